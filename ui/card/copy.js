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

// The text for what the handles leave of the chart: its addresses lead there, and words about the picture say so before their source.
function seen(entry, days) {
  if (!days) return entry.text
  const text = zoomed(entry.text, days)
  if (!entry.isAbout) return text
  const source = text.lastIndexOf(' Source: ')
  return source < 0 ? `${text} ${shown(days)}` : `${text.slice(0, source)} ${shown(days)}${text.slice(source)}`
}

export default function ({ data, parentElement }) {
  const row = parentElement.querySelector('.row')
  const status = parentElement.querySelector('p')
  row.replaceChildren()
  for (const entry of data.entries) {
    const { label } = entry
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = label
    button.onclick = async () => {
      try {
        await copy(seen(entry, spanOf(data.chart)), row)
        status.textContent = `Copied: ${label.toLowerCase().replace('copy ', '')}.`
      } catch (error) {
        console.warn(error)
        status.textContent = 'This browser does not allow copying. Select the text below and copy it by hand.'
      }
    }
    row.appendChild(button)
  }
}
