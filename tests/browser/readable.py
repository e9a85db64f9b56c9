"""Can every word of a drawing be read? One rule for figures alone and for slides."""

# Faults of the words of a drawing: those smaller than `smallest`, outside of it, or over each other. `scale`: pixels on the screen to a pixel of the drawing.
READ = """(drawing, smallest, scale = 1) => {
  const frame = drawing.querySelector('.main-svg').getBoundingClientRect()
  const faults = [], boxes = []
  for (const text of drawing.querySelectorAll('text')) {
    const box = text.getBoundingClientRect()
    if (!text.textContent.trim() || !box.width) continue
    const words = text.textContent.slice(0, 40)
    const parts = [text, ...text.querySelectorAll('tspan')].filter((part) => part.textContent.trim())
    if (Math.min(...parts.map((part) => parseFloat(getComputedStyle(part).fontSize))) < smallest - 0.05) faults.push(`small: ${words}`)
    const line = box.height / (text.querySelectorAll('tspan.line').length || 1)
    const spare = Math.max(0.14 * line, (line - 0.914 * scale * parseFloat(getComputedStyle(text).fontSize)) / 2)  // a line is higher than its letters
    const held = { left: box.left, right: box.right, top: box.top + spare, bottom: box.bottom - spare, words }
    if (held.left < frame.left - 1 || held.right > frame.right + 1 || held.top < frame.top - 1 || held.bottom > frame.bottom + 1) faults.push(`outside: ${words}`)
    for (const other of boxes) {
      const [wide, high] = [Math.min(held.right, other.right) - Math.max(held.left, other.left), Math.min(held.bottom, other.bottom) - Math.max(held.top, other.top)]
      if (wide > 2 * scale && high > 2 * scale) faults.push(`over each other: ${words} / ${other.words}`)
    }
    boxes.push(held)
  }
  return faults
}"""
