// The player of a story: all of it is in this page; the server is asked only when filters are chosen anew.
let story = JSON.parse(document.getElementById('story').textContent)
const one = (id) => document.getElementById(id)
const [stage, charts, bar, black] = ['stage', 'charts', 'bar', 'black'].map(one)
const isFile = location.protocol === 'file:'
const CHART = { displayModeBar: false, scrollZoom: false, doubleClick: false, showTips: false, responsive: false }
const SAID_MS = 5000, SEEN_MS = 2500, SWIPE = 60, LARGEST_TITLE = 48, SMALLEST_TITLE = 24, MOST_ON_LAST = 20, MOST_DIGITS = 6, ANSWER_MS = 2000
const SPARE = 8  // pixels that letters reach below their line
const KEYS = [
  ['→, Space, Page Down', 'next slide'], ['←, Shift and Space, Page Up', 'previous slide'], ['Home, End', 'first slide, sources'], ['a number and Enter', 'that slide'],
  ['F, F5', 'full screen'], ['B', 'black screen'], ['N', 'notes in a window of their own'], ['C', 'choose chairmanships, themes, years'],
  ['S', 'all sources'], ['D', 'light or dark'], ['?', 'these keys'], ['Esc', 'back to where you came from'],
]
let at = 0, typed = '', drawn = [], notes = null, since = Date.now()

const last = () => story.slides.length
const make = (name, text, more = {}) => Object.assign(document.createElement(name), { textContent: text }, more)

function say(text) {
  const place = one('say')
  place.textContent = text
  place.hidden = false
  clearTimeout(say.timer)
  say.timer = setTimeout(() => { place.hidden = true }, SAID_MS)
}

// Draws a slide into a place of its own, once; it is shown by making it visible.
function draw(number) {
  if (drawn[number] || number < 0 || number >= last()) return
  const place = charts.appendChild(make('div', ''))
  const figure = story.slides[number][shape][isDark ? 'dark' : 'light']
  drawn[number] = place
  Plotly.newPlot(place, structuredClone(figure.data), structuredClone(figure.layout), CHART)
}

// Neighbours are drawn ahead, then all others, one at a time while nothing else is to be done.
function drawAhead() {
  const order = [at + 1, at - 1, ...story.slides.keys()].filter((number) => number >= 0 && number < last() && !drawn[number])
  if (!order.length) { document.documentElement.dataset.ahead = 'all'; return }
  (window.requestIdleCallback || setTimeout)(() => { draw(order[0]); drawAhead() }, { timeout: 300 })
}

function forget() {
  for (const place of drawn) if (place) Plotly.purge(place)
  charts.replaceChildren()
  drawn = []
  delete document.documentElement.dataset.ahead
}

// Two lines. A caption of the stories has them at full size; a longer one, of one's own, in smaller letters.
function fitTitle(title) {
  title.style.fontSize = ''
  for (let size = LARGEST_TITLE; title.scrollHeight > title.clientHeight + SPARE && size > SMALLEST_TITLE; size -= 2) title.style.fontSize = `${size - 2}px`
}

// As many lines as the title leaves; a longer text in smaller letters, and cut off where these do not help.
function fitUnder(under) {
  const room = under.parentElement.offsetTop + under.parentElement.offsetHeight - under.offsetTop
  for (const size of [28, 26, 24]) {
    under.style.fontSize = `${size}px`
    under.style.webkitLineClamp = Math.floor(room / (1.28 * size))
    if (under.scrollHeight <= under.clientHeight + 2) return
  }
}

function listed(source, withLink) {
  const line = make('li', '')
  const named = source.address && withLink ? make('a', source.source, { href: source.address, rel: 'noreferrer', target: '_blank' }) : make('span', source.source)
  line.append(named, `. ${source.publisher}`)
  if (source.published) line.append(', ', make('span', source.published, { className: 'whole' }))
  line.append('.')
  return line
}

// The last page names the sources that most slides rest on, as far as there is room.
function showSources() {
  const list = one('last')
  list.hidden = false
  list.replaceChildren(...story.sources.slice(0, MOST_ON_LAST).map((source) => listed(source, false)))
  while (list.childElementCount > 1 && list.scrollWidth > list.clientWidth + 2) list.lastElementChild.remove()
  return list.childElementCount
}

function show(number) {
  at = Math.max(0, Math.min(number, last()))
  const isLast = at === last()
  const slide = story.slides[at]
  one('last').hidden = true
  charts.hidden = isLast
  if (!isLast) draw(at)
  for (const picture of charts.querySelectorAll('.picture')) picture.remove()
  document.documentElement.classList.remove('later')
  drawn.forEach((place, k) => place?.classList.toggle('on', k === at))
  const n = isLast ? showSources() : 0
  const caption = isLast ? 'Sources' : slide.caption
  const under = isLast ? `The ${n} used by most slides, of ${story.sources.length}. The key S lists all of them.` : slide.under
  one('caption').textContent = caption
  one('under').textContent = under
  one('foot').textContent = isLast ? `${story.dashboard}. Release ${story.release}.` : slide.foot
  one('count').textContent = isLast ? '' : `${at + 1} / ${last()}`
  one('progress').firstElementChild.style.width = `${100 * (at + 1) / (last() + 1)}%`
  charts.setAttribute('aria-label', isLast ? '' : slide.alt)
  one('heard').textContent = `${isLast ? 'Last page' : `Slide ${at + 1} of ${last()}`}. ${caption}. ${under} ${isLast ? '' : slide.alt}`
  document.title = `${caption} – ${story.title}`
  fitTitle(one('caption'))
  fitUnder(one('under'))
  keepPlace()
  tellNotes()
}

// The link always leads to what is seen.
function keepPlace() {
  const query = new URLSearchParams(location.search)
  query.set('slide', at + 1)
  try { history.replaceState(null, '', `?${query}`) } catch { location.hash = at + 1 }
}

function goTo(number) {
  if (!story.slides.length) return
  show(number)
  drawAhead()
}

// Speaker's notes: a window that this page fills; it has no address of its own, so it works from a file, too.
function openNotes() {
  if (notes && !notes.closed) { notes.close(); notes = null; return }
  notes = window.open('', '', 'popup,width=980,height=720')
  if (!notes) { say('This browser does not open a second window for this page. Allow it, and press N again.'); return }
  const page = notes.document
  page.title = `Notes – ${story.title}`
  page.documentElement.lang = 'en-GB'
  const css = 'body{margin:0;padding:28px 36px;font:24px/1.45 Arial,sans-serif;color:#e8eaed;background:#12161b}h1{font-size:26px;margin:8px 0 18px}'
  page.head.append(make('style', `${css}p{margin:0 0 16px;white-space:pre-line}.quiet{color:#a3abb5;font-size:20px}#clock{font-variant-numeric:tabular-nums}`))
  page.body.replaceChildren(...[['p', 'clock', 'quiet'], ['h1', 'now', ''], ['p', 'note', ''], ['p', 'next', 'quiet']].map(([name, id, kind]) => Object.assign(page.createElement(name), { id, className: kind })))
  notes.addEventListener('keydown', pressed)
  clearInterval(openNotes.timer)
  openNotes.timer = setInterval(tellNotes, 1000)
  tellNotes()
}

function tellNotes() {
  if (!notes || notes.closed) return
  const place = (id) => notes.document.getElementById(id)
  const seconds = Math.floor((Date.now() - since) / 1000)
  const next = at + 1 < last() ? story.slides[at + 1].caption : at < last() ? 'Sources' : 'The end'
  place('clock').textContent = `${new Date().toLocaleTimeString('en-GB')} · ${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} since the start · slide ${Math.min(at + 1, last())} of ${last()}`
  place('now').textContent = at < last() ? story.slides[at].caption : 'Sources'
  place('note').textContent = at < last() ? story.slides[at].note || 'No note.' : ''
  place('next').textContent = `Next: ${next}`
}

function boxes(name) {
  const field = document.createElement('fieldset')
  field.append(make('legend', story.choices[name].label))
  for (const [value, label] of story.choices[name].values) {
    const box = make('input', '', { type: 'checkbox', name, value, checked: (story.chosen[name] || []).some((chosen) => chosen === value || chosen === label) })
    const line = make('label', '')
    line.append(box, ` ${label}`)
    field.append(line)
  }
  return field
}

function years() {
  const field = document.createElement('fieldset')
  field.append(make('legend', story.choices.years.label))
  const [low, high] = story.choices.years.span
  const held = (story.chosen.years || story.choices.years.span).map(Number).sort((a, b) => a - b)
  held.slice(0, 2).forEach((year, k) => {
    const line = make('label', k ? 'to ' : 'from ')
    line.append(make('input', '', { type: 'number', name: 'years', min: low, max: high, value: year, required: true }))
    field.append(line)
  })
  return field
}

function choose() {
  if (isFile) { say('Filters need the dashboard. This file stands alone and goes on as it is.'); return }
  const form = one('filters').querySelector('form')
  form.replaceChildren(make('h2', 'Filters of this story'), boxes('chairmanships'), boxes('themes'), years())
  form.append(make('button', 'Show the story so', { type: 'submit' }), ' ', make('button', 'No filters', { type: 'reset' }), ' ', make('button', 'Cancel', { type: 'button', onclick: () => one('filters').close() }))
  form.onreset = (event) => { event.preventDefault(); ask(new URLSearchParams()) }
  form.onsubmit = (event) => { event.preventDefault(); ask(picked(form)) }
  one('filters').showModal()
}

function picked(form) {
  const query = new URLSearchParams()
  for (const box of form.querySelectorAll('input[type=checkbox]:checked')) query.append(box.name, box.value)
  const span = [...form.querySelectorAll('input[type=number]')].map((input) => input.value)
  if (span.join() !== story.choices.years.span.join()) span.forEach((year) => query.append('years', year))
  return query
}

// The story anew from the server, in this page, so that full screen and place stay.
async function ask(filters) {
  one('filters').close()
  const query = new URLSearchParams(location.search)
  for (const name of ['chairmanships', 'themes', 'years']) query.delete(name)
  for (const [name, value] of filters) query.append(name, value)
  try {
    const answer = await fetch(`${location.pathname}.json?${query}`, { headers: { accept: 'application/json' } })
    if (!answer.ok) throw new Error(`status ${answer.status}`)
    story = await answer.json()
  } catch (error) {
    console.info(error)
    say('The dashboard does not answer. The story goes on as it is.')
    return
  }
  history.replaceState(null, '', `?${query}`)
  forget()
  goTo(at)
  tellDropped()
}

function tellDropped() {
  if (story.dropped.length) say(`Left out: ${story.dropped.slice(0, 3).join('; ')}${story.dropped.length > 3 ? `; and ${story.dropped.length - 3} more` : ''}.`)
}

function openList(name) {
  if (name === 'sources') one('sources').querySelector('ol').replaceChildren(...story.sources.map((source) => listed(source, true)))
  if (name === 'help') one('help').querySelector('dl').replaceChildren(...KEYS.flatMap(([key, what]) => [make('dt', key), make('dd', what)]))
  one(name).showModal()
}

// Whoever leaves while the dashboard is away would stand before an empty page, and could not come back.
async function leave() {
  if (!black.hidden) { black.hidden = true; return }
  if (document.fullscreenElement) { document.exitFullscreen(); return }
  if (isFile) { say('Close this window to leave.'); return }
  try {
    await fetch('../ready', { cache: 'no-store', signal: AbortSignal.timeout(ANSWER_MS) })
  } catch (error) {
    console.info(error)
    say('The dashboard does not answer: there is no page to go back to. The story goes on.')
    return
  }
  const from = document.referrer ? new URL(document.referrer) : null
  if (from && from.host === location.host && history.length > 1) history.back()
  else location.assign('../present')
}

const DO = {
  on: () => goTo(at + 1),
  back: () => goTo(at - 1),
  first: () => goTo(0),
  end: () => goTo(last()),
  full: () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen().catch(() => say('This browser does not allow full screen here.'))),
  black: () => { black.hidden = !black.hidden },
  notes: openNotes,
  choose,
  sources: () => openList('sources'),
  help: () => openList('help'),
  look: () => { isDark = !isDark; recolour() },
  close: () => document.querySelector('dialog[open]')?.close(),
  leave,
}
const BY_KEY = {
  ArrowRight: 'on', PageDown: 'on', ' ': 'on', ArrowDown: 'on', ArrowLeft: 'back', PageUp: 'back', ArrowUp: 'back', Home: 'first', End: 'end',
  f: 'full', F5: 'full', b: 'black', '.': 'black', n: 'notes', c: 'choose', s: 'sources', d: 'look', '?': 'help', Escape: 'leave',
}
const MAY_REPEAT = new Set(['on', 'back'])

function pressed(event) {
  if (event.ctrlKey || event.altKey || event.metaKey) return
  const open = document.querySelector('dialog[open]')
  if (open && event.view !== window && event.key === 'Escape') open.close() // the window of notes cannot see it
  if (open) return
  if (event.key === 'Enter' && typed) { event.preventDefault(); goTo(Number(typed) - 1); typed = ''; return }
  const isOnButton = event.target instanceof HTMLElement && event.target.closest('button') && (event.key === ' ' || event.key === 'Enter')
  if (isOnButton) return
  if (/^[0-9]$/.test(event.key)) { typed = (typed + event.key).replace(/^0+(?=.)/, '').slice(0, MOST_DIGITS); return }
  const what = event.key === ' ' && event.shiftKey ? 'back' : BY_KEY[event.key] || BY_KEY[event.key.toLowerCase()]
  typed = ''
  if (!what) return
  event.preventDefault()
  if (event.repeat && !MAY_REPEAT.has(what)) return // a key held down does not switch to and fro
  if (!black.hidden && what !== 'black' && what !== 'leave') black.hidden = true
  DO[what]()
}

function recolour() {
  document.documentElement.classList.toggle('dark', isDark)
  redraw()
}

function redraw() {
  forget()
  goTo(at)
}

function seen() {
  bar.classList.add('seen')
  clearTimeout(seen.timer)
  seen.timer = setTimeout(() => bar.classList.remove('seen'), SEEN_MS)
}

removeEventListener('keydown', keepKey)
addEventListener('keydown', pressed)
addEventListener('resize', () => { if (fit()) redraw() })
addEventListener('mousemove', seen)
document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-do]')
  if (button && event.detail) button.blur() // after a mouse, Space and Enter are keys of the story again
  DO[button?.dataset.do]?.()
})
addEventListener('pagehide', () => notes?.close())
let from = null
addEventListener('touchstart', (event) => { from = event.touches.length === 1 ? event.touches[0].clientX : null; seen() }, { passive: true })
addEventListener('touchend', (event) => {
  const by = from === null ? 0 : event.changedTouches[0].clientX - from
  if (Math.abs(by) > SWIPE && !document.querySelector('dialog[open]')) goTo(at + (by < 0 ? 1 : -1))
}, { passive: true })
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', (event) => { isDark = event.matches; recolour() })

at = Math.max(0, Math.min(askedSlide - 1, last()))
recolour()
tellDropped()
early.forEach(pressed)
document.documentElement.dataset.ready = 'yes'
