// Buttons that put a text into the clipboard with one click.
async function copy(text, near) {
  if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text)
  const field = document.createElement('textarea') // without https browsers offer no other way
  field.value = text
  field.style.position = 'fixed'
  field.style.opacity = '0'
  near.appendChild(field)
  field.select()
  const done = document.execCommand('copy')
  field.remove()
  if (!done) throw new Error('copy refused')
}

export default function ({ data, parentElement }) {
  const row = parentElement.querySelector('.row')
  const status = parentElement.querySelector('p')
  row.replaceChildren()
  for (const { label, text } of data.entries) {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = label
    button.onclick = async () => {
      try {
        await copy(text, row)
        status.textContent = `Copied: ${label.toLowerCase().replace('copy ', '')}.`
      } catch (error) {
        console.warn(error)
        status.textContent = 'This browser does not allow copying. Select the text below and copy it by hand.'
      }
    }
    row.appendChild(button)
  }
}
