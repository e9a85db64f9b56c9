export default function ({ parentElement, data, setTriggerValue }) {
  const form = parentElement.querySelector('form')
  const input = form.querySelector('input')
  // What is being typed stays; another page's words, or those of a link, are shown.
  if (form.dataset.q !== data.q) input.value = form.dataset.q = data.q
  form.onsubmit = (event) => {
    event.preventDefault()
    form.dataset.q = input.value
    setTriggerValue('searched', { q: input.value })
  }
  const slash = (event) => {
    const at = event.composedPath()[0]
    const typing = at instanceof HTMLElement && (at.isContentEditable || /^(input|textarea|select)$/i.test(at.tagName))
    if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    input.focus()
    input.select()
  }
  document.addEventListener('keydown', slash)
  return () => document.removeEventListener('keydown', slash)
}
