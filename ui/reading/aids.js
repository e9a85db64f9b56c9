// What the browser does for readers beside Streamlit: brings them back to where they were, names the controls of each card, lists what is on a page.
const main = () => document.querySelector('[data-testid="stMain"]')
const KEPT = 'places of pages'

// Where the reader was on each page of this tab; after the browser's Back the page is moved there as soon as it is long enough again.
function keepPlaces() {
  const places = JSON.parse(sessionStorage.getItem(KEPT) ?? '{}')
  let wanted = null
  let until = 0
  let left = -Infinity
  const keep = () => {
    // After a click that leads away, Streamlit moves the old page to its top before it changes the address.
    if (wanted !== null || !main() || performance.now() - left < 2000) return
    places[location.href.split('#')[0]] = Math.round(main().scrollTop)
    sessionStorage.setItem(KEPT, JSON.stringify(places))
  }
  const settle = () => {
    const page = main()
    if (wanted === null) return
    if (page && page.scrollHeight - page.clientHeight >= wanted) page.scrollTop = wanted
    // Charts above the place are still drawn: it is held for a moment after it was reached.
    if (performance.now() < until) requestAnimationFrame(settle)
    else wanted = null
  }
  const back = () => {
    wanted = places[location.href.split('#')[0]] ?? null
    until = performance.now() + 6000
    settle()
  }
  const let_go = () => { wanted = null }
  const acted = (event) => {
    let_go()
    keep()
    if (event.composedPath().some((node) => node instanceof Element && node.matches('a[href], form[role="search"]'))) left = performance.now()
  }
  const note = (event) => {
    window.lastPointer = { x: event.clientX, y: event.clientY, time: performance.now() }
    acted(event)
  }
  const listening = [['popstate', back], ['pointerdown', note], ['keydown', acted], ['wheel', let_go], ['touchmove', let_go], ['scroll', keep]]
  for (const [type, heard] of listening) window.addEventListener(type, heard, { capture: true, passive: true })
  return () => { for (const [type, heard] of listening) window.removeEventListener(type, heard, { capture: true }) }
}

// The words of a heading, without the signs that keep a span of years, and "n = 9", on one line.
const said = (heading) => heading?.textContent.replaceAll('\u2060', '').replaceAll('\u00a0', ' ').trim() ?? ''
const shownTitle = (card) => said(card.querySelector('h2, h3'))

function name(node, label) {
  if (node && label && node.getAttribute('aria-label') !== label) node.setAttribute('aria-label', label)
}

// "Chart", "Download & share" and the like stand on each card: to those who hear them one by one, they say which card they belong to.
function nameControls() {
  name(document.querySelector('[data-testid="stExpandSidebarButton"]'), 'Menu')
  for (const card of document.querySelectorAll('[class*="st-key-card-"]')) {
    const title = shownTitle(card)
    if (!title) continue
    for (const control of card.querySelectorAll('[role="tab"], .stButton > button, .stButton > div > button')) {
      const label = control.textContent.trim()
      if (label) name(control, `${label}: ${title}`)
    }
  }
  for (const heading of document.querySelectorAll('[data-testid="stHeading"]')) {
    name(heading.querySelector('a[href^="#"]'), `Link to: ${said(heading.querySelector('h1, h2, h3'))}`)
  }
}

// What scrolls inside the page is reached by the keyboard too: long code has no control in it that would take the focus.
function openScrolled() {
  for (const code of document.querySelectorAll('.stCode pre:not([tabindex])')) {
    if (code.scrollHeight > code.clientHeight || code.scrollWidth > code.clientWidth) code.tabIndex = 0
  }
}

// Levels of headings without gaps: a card right under the title of the page is of the second level, whatever its letters.
function orderHeadings() {
  let above = 0
  for (const heading of main()?.querySelectorAll('h1, h2, h3, h4, h5, h6') ?? []) {
    const level = Math.min(Number(heading.tagName[1]), above + 1)
    const told = level === Number(heading.tagName[1]) ? null : String(level)
    if (heading.getAttribute('aria-level') !== told) told ? heading.setAttribute('aria-level', told) : heading.removeAttribute('aria-level')
    above = level
  }
}

function headings() {
  return [...(main()?.querySelectorAll('h2[id], h3[id]') ?? [])].filter((heading) => heading.textContent.trim() && !heading.closest('[class*="st-key-behind-"], [role="dialog"]'))
}

function goTo(heading) {
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
  heading.scrollIntoView({ behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth', block: 'start' })
  history.replaceState(history.state, '', `#${heading.id}`)
}

// "On this page", made of the headings that stand on it.
function listContents(fold) {
  const list = fold.querySelector('ul')
  const found = headings()
  const told = found.map((heading) => `${heading.tagName} ${heading.id} ${heading.textContent}`).join('\n')
  fold.hidden = found.length < 2
  if (fold.dataset.told === told) return
  fold.dataset.told = told
  list.replaceChildren(...found.map((heading) => {
    const entry = document.createElement('li')
    const link = document.createElement('a')
    entry.className = heading.tagName.toLowerCase()
    link.href = `#${heading.id}`
    link.textContent = said(heading)
    link.onclick = (event) => {
      event.preventDefault()
      fold.open = false
      goTo(heading)
    }
    entry.append(link)
    return entry
  }))
}

export default function ({ parentElement }) {
  const fold = parentElement.querySelector('details')
  let waiting = 0
  const see = () => {
    waiting = 0
    nameControls()
    openScrolled()
    orderHeadings()
    listContents(fold)
  }
  const soon = () => { waiting ||= setTimeout(see, 300) }
  const watch = new MutationObserver(soon)
  watch.observe(document.body, { childList: true, subtree: true, characterData: true })
  const away = (event) => {
    if (event.type === 'keydown' ? event.key === 'Escape' : !event.composedPath().includes(fold)) fold.open = false
  }
  document.addEventListener('click', away)
  document.addEventListener('keydown', away)
  const forget = keepPlaces()
  see()
  return () => {
    watch.disconnect()
    clearTimeout(waiting)
    document.removeEventListener('click', away)
    document.removeEventListener('keydown', away)
    forget()
  }
}
