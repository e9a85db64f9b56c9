// The buttons of the menu that draw pictures in the reader's browser. `compose` and `png` come from exports/picture.js.
function save(blob, name) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60000)
}

// The picture of what the handles leave of the chart, which its words, name and address say.
function seen(data) {
  const days = spanOf(data.figureName)
  if (!days) return data
  const { layout } = data.figure
  return {
    ...data,
    figure: { ...data.figure, layout: { ...layout, xaxis: { ...layout.xaxis, range: days } } },
    lines: data.lines.map((line) => `${line.replace(/\.$/, '')}. ${shown(days)}`),
    foot: data.foot.map((line) => zoomed(line, days)),
    alt: `${data.alt} ${shown(days)}`,
    name: `${data.name}_${days.join('_')}`,
  }
}

// Plotly's own camera: the chart as the page shows it, without title and sources.
function camera(data, format) {
  const chart = document.querySelector(`.st-key-chart-${data.figureName} .js-plotly-plot`)
  if (!chart) throw new Error('the chart is not on the page')
  return window.Plotly.downloadImage(chart, { format, filename: data.name, scale: format === 'png' ? 2 : 1 })
}

// The picture in the clipboard. It is drawn after the click, which some browsers allow only for a promise given at once.
function copied(data, composed) {
  const drawn = composed(data).then((made) => png(made, data, data.scales[0][1]))
  return navigator.clipboard.write([new ClipboardItem({ 'image/png': drawn })])
}

function copyButton(data, composed, status) {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = 'Copy picture'
  button.onclick = async () => {
    status.textContent = 'Drawing …'
    try {
      await copied(seen(data), composed)
      status.textContent = 'Copied: picture.'
    } catch (error) {
      console.warn(error)
      status.textContent = 'This browser does not allow copying a picture. Save it as PNG instead.'
    }
  }
  return button
}

// Draws once what several buttons save; a drawing that failed is tried again.
function once() {
  let kept
  return (data) => {
    if (kept?.name !== data.name) {
      const made = compose(data)
      kept = { name: data.name, made }
      made.catch(() => { kept = undefined })
    }
    return kept.made
  }
}

const READ = 500 // milliseconds that a reader takes for the menu: to draw at once would hold it up

export default function ({ data, parentElement }) {
  const row = parentElement.querySelector('.row')
  const status = parentElement.querySelector('p')
  row.replaceChildren()
  const composed = once()
  const many = data.scales.length > 1
  const formats = [...data.scales.map(([suffix, scale]) => [many ? `PNG ${scale}×` : 'PNG', suffix, scale]), ['SVG', many ? '' : data.scales[0][0], 0]]
  for (const [label, suffix, scale] of formats) {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = label
    button.onclick = async () => {
      status.textContent = 'Drawing …'
      try {
        const drawn = seen(data)
        const name = suffix ? `${drawn.name}_${suffix}` : drawn.name
        const made = await composed(drawn)
        if (scale) save(await png(made, drawn, scale), `${name}.png`)
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
  row.appendChild(copyButton(data, composed, status))
  setTimeout(() => { if (row.isConnected) composed(seen(data)).catch(() => {}) }, READ) // whoever opens the menu is about to save
}
