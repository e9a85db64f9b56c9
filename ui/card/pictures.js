// The buttons of the menu that draw pictures in the reader's browser. `compose` and `png` come from exports/picture.js.
function save(blob, name) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60000)
}

// Plotly's own camera: the chart as the page shows it, without title and sources.
function camera(data, format) {
  const chart = document.querySelector(`.st-key-chart-${data.figureName} .js-plotly-plot`)
  if (!chart) throw new Error('the chart is not on the page')
  return window.Plotly.downloadImage(chart, { format, filename: data.name, scale: format === 'png' ? 2 : 1 })
}

export default function ({ data, parentElement }) {
  const row = parentElement.querySelector('.row')
  const status = parentElement.querySelector('p')
  row.replaceChildren()
  const many = data.scales.length > 1
  const formats = [...data.scales.map(([suffix, scale]) => [many ? `PNG ${scale}×` : 'PNG', suffix, scale]), ['SVG', many ? '' : data.scales[0][0], 0]]
  for (const [label, suffix, scale] of formats) {
    const name = suffix ? `${data.name}_${suffix}` : data.name
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = label
    button.onclick = async () => {
      status.textContent = 'Drawing …'
      try {
        const made = await compose(data)
        if (scale) save(await png(made, data, scale), `${name}.png`)
        else save(new Blob([made.text], { type: 'image/svg+xml' }), `${name}.svg`)
        status.textContent = ''
      } catch (error) {
        console.warn(error)
        try {
          await camera(data, scale ? 'png' : 'svg')
          status.textContent = 'Saved as the page shows it, without title and sources: the full picture could not be made in this browser.'
        } catch (failure) {
          console.warn(failure)
          status.textContent = 'The picture could not be made in this browser. Open the Chart tab and try again; the other formats still work.'
        }
      }
    }
    row.appendChild(button)
  }
}
