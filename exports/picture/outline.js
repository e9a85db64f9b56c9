// Letters of pictures. `faces` lets the browser measure with them; `outlined` turns every text into outlines, so that a picture looks the same
// in every program and on machines without any font. The text stays as the label of its group.
const SVG_NS = 'http://www.w3.org/2000/svg'
const XLINK = 'http://www.w3.org/1999/xlink'
let facesReady

function faces() {
  facesReady ??= Promise.all(
    [['Picture Sans', 'regular', '400'], ['Picture Sans', 'bold', '700'], ['Picture Signs', 'signs', '400'], ['Picture Signs', 'signs', '700']].map(async ([family, key, weight]) => {
      const face = new FontFace(family, Uint8Array.from(atob(FACES[key].font), (letter) => letter.charCodeAt(0)), { weight })
      document.fonts.add(await face.load())
    }),
  )
  return facesReady
}

// The face that holds a letter in this weight, "" where none does.
function faceOf(letter, weight) {
  return [Number(weight) >= 600 ? 'bold' : 'regular', 'signs'].find((key) => letter in FACES[key].glyphs) ?? ''
}

// The letters of a text with place, face and look, as the browser has laid them out.
function letters(text) {
  const found = []
  let place = 0
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const style = getComputedStyle(walker.currentNode.parentElement)
    for (const letter of walker.currentNode.data) {
      if (place < text.getNumberOfChars()) {
        const { x, y } = text.getStartPositionOfChar(place)
        const face = faceOf(letter, style.fontWeight)
        const end = face ? x : text.getEndPositionOfChar(place).x // asked for where the letter has no face
        found.push({ letter, x, y, end, face, size: parseFloat(style.fontSize), fill: style.fill, veil: style.fillOpacity, weight: style.fontWeight, edge: style.stroke, nib: style.stroke === 'none' ? 0 : parseFloat(style.strokeWidth) })
      }
      place += letter.length
    }
  }
  return found
}

function element(name, attributes) {
  const node = document.createElementNS(SVG_NS, name)
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value)
  return node
}

// Neighbours of one line, face, size, colour and stroke.
function runs(found) {
  const made = []
  for (const one of found) {
    const last = made.at(-1)?.at(-1)
    if (last && ['y', 'face', 'size', 'fill', 'veil', 'edge', 'nib'].every((key) => last[key] === one[key])) made.at(-1).push(one)
    else made.push([one])
  }
  return made
}

const round = (number) => Math.round(number * 100) / 100

function drawnRun(run, used) {
  const { x, y, face, size, fill, veil, weight, edge, nib } = run[0]
  const look = { fill, ...(veil === '1' ? {} : { 'fill-opacity': veil }) }
  if (!face) {
    const text = element('text', { x, y, ...look, 'font-size': size, 'font-weight': weight, 'font-family': 'sans-serif' })
    text.textContent = run.map((one) => one.letter).join('')
    // Other machines draw it in other fonts: it takes the room that was measured here.
    const broad = Math.abs(run.at(-1).end - x)
    if (broad) for (const [key, value] of [['textLength', round(broad)], ['lengthAdjust', 'spacingAndGlyphs']]) text.setAttribute(key, value)
    return text
  }
  const scale = size / FACES[face].upm
  if (nib) Object.assign(look, { stroke: edge, 'stroke-width': round(nib / scale) })
  const group = element('g', { transform: `translate(${round(x)} ${round(y)}) scale(${scale.toFixed(5)} ${-scale.toFixed(5)})`, ...look })
  for (const one of run) {
    if (!FACES[face].glyphs[one.letter]) continue // a space
    const id = `${face}-${one.letter.codePointAt(0).toString(16)}`
    used.set(id, FACES[face].glyphs[one.letter])
    const glyph = element('use', { x: Math.round((one.x - x) / scale) })
    glyph.setAttributeNS(XLINK, 'xlink:href', `#${id}`)
    group.appendChild(glyph)
  }
  return group
}

// Replaces every text of a picture; the picture must not be in the page yet.
function outlined(svg) {
  const used = new Map()
  // Breadths as the font tells them: without this, they are those that the settings of the machine round to its pixels.
  svg.style.cssText = 'position: absolute; left: -9999px; top: 0; text-rendering: geometricPrecision'
  document.body.appendChild(svg)
  const made = [...svg.querySelectorAll('text')].map((text) => {
    const kept = Object.fromEntries(['transform', 'opacity', 'class', 'clip-path'].filter((key) => text.hasAttribute(key)).map((key) => [key, text.getAttribute(key)]))
    const group = element('g', { ...kept, 'shape-rendering': 'auto', 'aria-label': [...text.childNodes].map((part) => part.textContent).join(' ').trim() || text.textContent })
    if (text.style.opacity) group.style.opacity = text.style.opacity
    for (const run of runs(letters(text))) group.appendChild(drawnRun(run, used))
    return [text, group]
  })
  for (const [text, group] of made) text.replaceWith(group)
  svg.remove()
  svg.removeAttribute('style')
  const definitions = element('defs', {})
  for (const [id, d] of used) definitions.appendChild(element('path', { id, d }))
  svg.insertBefore(definitions, svg.querySelector('desc').nextSibling)
}
