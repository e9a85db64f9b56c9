// Reads a story in the browser and hands its text over: the server takes no uploads.
export default function ({ parentElement, setTriggerValue }) {
  const input = parentElement.querySelector('input')
  const status = parentElement.querySelector('p')
  input.onchange = async () => {
    const file = input.files[0]
    input.value = ''
    if (!file) return
    if (file.size > LONGEST) { status.textContent = 'This file is too large for a story.'; return }
    status.textContent = ''
    setTriggerValue('content', await file.text())
  }
}
