// The sheet of records behind a mark: it opens away from the mark, takes the focus, and is closed by Esc, by its button and by the next sheet.
const OPENED = 'records-opened'

// Streamlit tells its colours to components alone.
const COLOURS = { '--sheet-ground': '--st-background-color', '--sheet-ink': '--st-text-color', '--sheet-line': '--st-border-color' }

function colour(sheet, from) {
  const told = getComputedStyle(from)
  for (const [own, theirs] of Object.entries(COLOURS)) sheet.style.setProperty(own, told.getPropertyValue(theirs))
}

function place(sheet) {
  const at = window.lastPointer
  if (!at || performance.now() - at.time > 15000) return
  const { width, height } = sheet.getBoundingClientRect()
  const isFoot = width > window.innerWidth * 0.9
  if (!isFoot) sheet.dataset.side = at.x > window.innerWidth - width ? 'left' : 'right'
  // On a phone the mark moves up, out from under the sheet.
  const hidden = at.y - (window.innerHeight - height - 48)
  if (isFoot && hidden > 0) document.querySelector('[data-testid="stMain"]')?.scrollBy({ top: hidden })
}

export default function ({ parentElement, data, setTriggerValue }) {
  const button = parentElement.querySelector('button')
  const sheet = parentElement.closest('[class*="st-key-behind-"]')
  const card = parentElement.closest('[class*="st-key-card-"]')
  if (!sheet || !card) return
  const close = (event) => {
    const chart = card.querySelector('.js-plotly-plot')
    // Where the chart holds the choice, the chart gives it up: Streamlit clears the drawing too when it hears of a double click.
    if (data.chosen && chart?.emit) chart.emit('plotly_doubleclick')
    else setTriggerValue('closed', true)
    if (event) card.querySelector('[role="tab"][aria-selected="true"]')?.focus({ preventScroll: true })
  }
  const escape = (event) => {
    if (event.key === 'Escape' && !document.querySelector('[role="dialog"]')) close(event)
  }
  const other = (event) => { if (event.detail !== sheet) close() }
  colour(sheet, button)
  button.onclick = close
  document.addEventListener('keydown', escape)
  document.addEventListener(OPENED, other)
  if (sheet.dataset.shown !== data.shown) {
    sheet.dataset.shown = data.shown
    sheet.tabIndex = -1
    sheet.setAttribute('role', 'region')
    sheet.setAttribute('aria-label', 'Records behind the chosen mark')
    place(sheet)
    sheet.scrollTop = 0
    sheet.focus({ preventScroll: true })
    document.dispatchEvent(new CustomEvent(OPENED, { detail: sheet }))
  }
  return () => {
    document.removeEventListener('keydown', escape)
    document.removeEventListener(OPENED, other)
  }
}
