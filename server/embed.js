// An embedded figure tells the page around it how high it is.
(() => {
  if (window.parent === window || !/[?&]embed=true/i.test(location.search)) return
  if (window.origin === 'null') return // a sandboxed frame shows the first words and the picture, and runs no program
  let held = null
  let last = 0
  const tell = () => {
    const around = getComputedStyle(held.parentElement)
    const height = Math.ceil(held.scrollHeight + parseFloat(around.paddingTop) + parseFloat(around.paddingBottom))
    if (Math.abs(height - last) < 2) return
    last = height
    window.parent.postMessage({ frameHeight: height }, '*')
  }
  const sizes = new ResizeObserver(tell)
  let waits = false
  const look = () => {
    waits = false
    const found = document.querySelector('[data-testid="stMainBlockContainer"] > [data-testid="stVerticalBlock"]')
    if (!found) return
    if (found !== held) {
      held = found
      sizes.disconnect()
      sizes.observe(found)
    }
    tell() // a chart that is drawn anew may be higher than the box around it
  }
  new MutationObserver(() => {
    if (!waits) setTimeout(look, 30) // not with the next frame: one that is out of sight gets none
    waits = true
  }).observe(document, { childList: true, subtree: true })
})()
