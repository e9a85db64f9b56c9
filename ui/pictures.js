// The buttons of the menu that draw pictures in the reader's browser. `compose` and `png` come from exports/picture.js.
function save(blob, name) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60000)
}

export default function ({ data, parentElement }) {
  const row = parentElement.querySelector('.row')
  const status = parentElement.querySelector('p')
  row.replaceChildren()
  const formats = { 'PNG 2×': 2, 'PNG 3×': 3, SVG: 0 }
  for (const [label, scale] of Object.entries(formats)) {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = label
    button.onclick = async () => {
      status.textContent = 'Drawing …'
      try {
        const made = await compose(data)
        if (scale) save(await png(made, data, scale), `${data.name}.png`)
        else save(new Blob([made.text], { type: 'image/svg+xml' }), `${data.name}.svg`)
        status.textContent = ''
      } catch (error) {
        console.warn(error)
        status.textContent = 'The picture could not be made in this browser. The other formats still work.'
      }
    }
    row.appendChild(button)
  }
}
