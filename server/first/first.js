// Streamlit's stylesheet takes effect when it is there; the first words go when what they stand for is on the page.
(() => {
  const sheet = document.querySelector('link[rel=stylesheet][media=print]')
  const use = () => { sheet.media = 'all' }
  if (sheet) sheet.sheet ? use() : sheet.addEventListener('load', use)
  // The programs begin when the words are painted: begun earlier, they delay the first picture by as long again.
  let begun = false
  const begin = () => {
    if (begun) return
    begun = true
    for (const href of PROGRAMS) document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', crossOrigin: '', href }))
    const program = Object.assign(document.createElement('script'), { type: 'module', crossOrigin: '', src: PROGRAM })
    // The chart library takes longest to start. It begins when the page's own script has run, while the server is still being asked.
    if (CHART) program.addEventListener('load', () => import(new URL(CHART, location.href).href).catch(() => {}))
    document.head.append(program)
  }
  const box = document.getElementById('first')
  if (!box) return begin()
  requestAnimationFrame(begin)
  setTimeout(begin, 250) // a page in the background paints nothing
  const MAIN = '[data-testid="stMain"]'
  const ENDED = '[data-testid="stApp"][data-test-script-state="notRunning"]'
  const stands = () => document.querySelector(`${MAIN} .js-plotly-plot .main-svg, [role=dialog]`)
    || (document.querySelector(ENDED) && document.querySelector(`${MAIN} :is(h1, h2, h3, [role=alert])`) && !document.querySelector('[data-testid="stSkeleton"]'))
  // The page may not be high enough yet to stand where the reader is: it goes on until it is, or the reader moves on.
  const stay = (main, down) => {
    const grows = new ResizeObserver(() => {
      main.scrollTop = down
      if (main.scrollTop > down - 2) grows.disconnect()
    })
    if (down) for (const part of main.children) grows.observe(part)
    for (const moved of ['wheel', 'touchstart', 'pointerdown', 'keydown']) addEventListener(moved, () => grows.disconnect(), { once: true, passive: true })
  }
  const look = () => {
    if (!stands()) return
    seen.disconnect()
    const main = document.querySelector(MAIN)
    const down = document.scrollingElement.scrollTop
    box.remove()
    if (main) stay(main, down)
  }
  const seen = new MutationObserver(look)
  seen.observe(document.body, { childList: true, subtree: true, attributeFilter: ['data-test-script-state'] })
})();
