// Pictures of a view: the chart in print colours with title, filters, source and release burnt in, at the size that it is used at.
// Runs in the reader's browser, and in the server's where there is one. `faces`, `outlined` and `hatched` come from exports/picture/.
const NS = 'http://www.w3.org/2000/svg'
const FONT = '"Picture Sans", "Picture Signs", Arial, Helvetica, sans-serif'
const LEADING = 1.3
const FACTORS = [1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64]
const INCH = 25.4

function line(svg, text, x, y, size, weight, colour) {
  const node = document.createElementNS(NS, 'text')
  node.setAttribute('x', x)
  node.setAttribute('y', y)
  node.setAttribute('font-family', FONT)
  node.setAttribute('font-size', size)
  node.setAttribute('font-weight', weight)
  node.setAttribute('fill', colour)
  node.setAttribute('style', 'white-space: pre')
  node.textContent = text
  svg.appendChild(node)
}

// The texts in lines that are not broader than the room, by the measure of the browser that draws. A word that is broader itself is cut.
function wrapped(texts, size, weight, room) {
  const pen = document.createElement('canvas').getContext('2d')
  pen.textRendering = 'geometricPrecision'
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

// Title, lines and foot broken into lines, with the height that they take: as large as a picture of given height has room for.
function laidOut(data, room) {
  const height = (block) => block.lines.length * block.step + (block.lines.length ? block.gap : 0)
  let made
  for (const factor of data.tall ? FACTORS : [1]) {
    made = ['title', 'lines', 'foot'].map((part) => {
      const size = data.sizes[part] * factor
      return { lines: wrapped(data[part], size, part === 'title' ? 700 : 400, room), size, step: size * LEADING, gap: size * 0.7 }
    })
    made.height = made.reduce((sum, block) => sum + height(block), 0)
    if (!data.tall || made.height + data.height + 2 * data.pad <= data.tall) break
  }
  return made
}

async function compose(data) {
  await faces()
  const { pad, inks } = data
  const inner = data.width - 2 * pad
  const [title, lines, foot] = laidOut(data, inner)
  const uri = await window.Plotly.toImage(data.figure, { format: 'svg', width: inner, height: data.height })
  const chart = new DOMParser().parseFromString(decodeURIComponent(uri.slice(uri.indexOf(',') + 1)), 'image/svg+xml').documentElement
  const svg = document.createElementNS(NS, 'svg')
  for (const [tag, text] of [['title', data.title.join(' ')], ['desc', data.alt]]) {
    const node = document.createElementNS(NS, tag)
    node.textContent = text
    svg.appendChild(node)
  }
  let y = pad
  const write = (block, weight, ink) => {
    for (const text of block.lines) { y += block.step; line(svg, text, pad, y - 0.25 * block.size, block.size, weight, ink) }
    if (block.lines.length) y += block.gap
  }
  write(title, 700, inks.ink)
  write(lines, 400, inks.quiet)
  chart.setAttribute('x', pad)
  chart.setAttribute('y', y)
  svg.appendChild(chart)
  y += data.height
  if (data.tall) y = Math.max(y, data.tall - pad - foot.lines.length * foot.step - foot.gap)
  if (foot.lines.length) y += foot.gap
  for (const text of foot.lines) { y += foot.step; line(svg, text, pad, y - 0.25 * foot.size, foot.size, 400, inks.quiet) }
  const height = Math.max(Math.ceil(y + pad), data.tall || 0)
  if (inks.paper) {
    const ground = document.createElementNS(NS, 'rect')
    ground.setAttribute('width', data.width)
    ground.setAttribute('height', height)
    ground.setAttribute('fill', inks.paper)
    svg.insertBefore(ground, svg.querySelector('desc').nextSibling)
  }
  svg.setAttribute('role', 'img')
  svg.setAttribute('width', data.mm ? `${data.mm}mm` : data.width)
  svg.setAttribute('height', data.mm ? `${(data.mm * height) / data.width}mm` : height)
  svg.setAttribute('viewBox', `0 0 ${data.width} ${height}`)
  if (data.keepsText) hatched(svg)
  else outlined(svg)
  return { text: new XMLSerializer().serializeToString(svg), height }
}

// The bytes of a PNG with its resolution told: the chunk pHYs stands before the first image data.
async function withResolution(blob, dpi) {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  const chunk = new DataView(new ArrayBuffer(21))
  const metre = Math.round((dpi / INCH) * 1000)
  chunk.setUint32(0, 9)
  chunk.setUint32(4, 0x70485973) // pHYs
  chunk.setUint32(8, metre)
  chunk.setUint32(12, metre)
  chunk.setUint8(16, 1) // a metre is the unit
  chunk.setUint32(17, check(new Uint8Array(chunk.buffer, 4, 13)))
  const head = 33 // signature and IHDR
  return new Blob([bytes.subarray(0, head), chunk.buffer, bytes.subarray(head)], { type: 'image/png' })
}

// The check sum of PNG chunks (CRC-32).
function check(bytes) {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return (sum ^ 0xffffffff) >>> 0
}

async function png(made, data, scale) {
  const image = new Image()
  image.src = URL.createObjectURL(new Blob([made.text], { type: 'image/svg+xml' }))
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(data.width * scale)
  canvas.height = Math.round(made.height * scale)
  const pen = canvas.getContext('2d')
  if (data.inks.paper) { // to the very edge, where the drawing ends between two pixels
    pen.fillStyle = data.inks.paper
    pen.fillRect(0, 0, canvas.width, canvas.height)
  }
  pen.drawImage(image, 0, 0, canvas.width, canvas.height)
  URL.revokeObjectURL(image.src)
  // At once: `toBlob` waits for the browser to be idle, up to a second.
  const coded = canvas.toDataURL('image/png').split(',')[1]
  if (!coded) throw new Error('no picture')
  return withResolution(new Blob([Uint8Array.from(atob(coded), (letter) => letter.charCodeAt(0))]), scale * 96)
}
