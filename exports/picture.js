// Pictures of a view: the chart in print colours with title, filters, source and release burnt in.
// Runs in the reader's browser, and in the server's where there is one.
const NS = 'http://www.w3.org/2000/svg'
const FONT = 'Arial, Helvetica, sans-serif'
const PAD = 28 // unless the picture tells another margin

function line(svg, text, x, y, size, weight, colour) {
  const node = document.createElementNS(NS, 'text')
  node.setAttribute('x', x)
  node.setAttribute('y', y)
  node.setAttribute('font-family', FONT)
  node.setAttribute('font-size', size)
  node.setAttribute('font-weight', weight)
  node.setAttribute('fill', colour)
  node.textContent = text
  svg.appendChild(node)
}

// The texts in lines that are not broader than the room, by the measure of the browser that draws. A word that is broader itself is cut.
function wrapped(texts, size, weight, room) {
  const pen = document.createElement('canvas').getContext('2d')
  pen.font = `${weight} ${size}px ${FONT}`
  const fits = (text) => pen.measureText(text).width <= room
  const lines = []
  for (const text of texts) {
    let begun = ''
    for (const word of text.split(/[ \t\r\n]+/)) {
      const longer = begun ? `${begun} ${word}` : word
      if (fits(longer)) { begun = longer; continue }
      if (begun) lines.push(begun)
      begun = ''
      for (const sign of word) {
        if (begun && !fits(begun + sign)) { lines.push(begun); begun = '' }
        begun += sign
      }
    }
    lines.push(begun)
  }
  return lines
}

async function compose(data) {
  const pad = data.pad ?? PAD
  const inner = data.width - 2 * pad
  const uri = await window.Plotly.toImage(data.figure, { format: 'svg', width: inner, height: data.height })
  const chart = new DOMParser().parseFromString(decodeURIComponent(uri.slice(uri.indexOf(',') + 1)), 'image/svg+xml').documentElement
  const svg = document.createElementNS(NS, 'svg')
  for (const [tag, text] of [['title', data.title.join(' ')], ['desc', data.alt]]) {
    const node = document.createElementNS(NS, tag)
    node.textContent = text
    svg.appendChild(node)
  }
  let y = pad
  for (const text of wrapped(data.title, 22, 700, inner)) { y += 26; line(svg, text, pad, y, 22, 700, '#1b1f24') }
  if (data.lines.length) y += 6
  for (const text of wrapped(data.lines, 14, 400, inner)) { y += 19; line(svg, text, pad, y, 14, 400, '#5b636d') }
  if (data.title.length) y += 16
  chart.setAttribute('x', pad)
  chart.setAttribute('y', y)
  svg.appendChild(chart)
  y += data.height + (data.foot.length ? 10 : 0)
  for (const text of wrapped(data.foot, 12, 400, inner)) { y += 16; line(svg, text, pad, y, 12, 400, '#5b636d') }
  const height = y + Math.max(pad - 8, 0)
  const ground = document.createElementNS(NS, 'rect')
  ground.setAttribute('width', data.width)
  ground.setAttribute('height', height)
  ground.setAttribute('fill', '#ffffff')
  svg.insertBefore(ground, svg.querySelector('desc').nextSibling)
  svg.setAttribute('role', 'img')
  svg.setAttribute('width', data.width)
  svg.setAttribute('height', height)
  svg.setAttribute('viewBox', `0 0 ${data.width} ${height}`)
  return { text: new XMLSerializer().serializeToString(svg), height }
}

async function png(made, data, scale) {
  const image = new Image()
  image.src = URL.createObjectURL(new Blob([made.text], { type: 'image/svg+xml' }))
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = data.width * scale
  canvas.height = made.height * scale
  const pen = canvas.getContext('2d')
  pen.scale(scale, scale)
  pen.drawImage(image, 0, 0)
  URL.revokeObjectURL(image.src)
  return new Promise((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('no picture'))), 'image/png'))
}
