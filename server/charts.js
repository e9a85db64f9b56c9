// Streamlit has all charts of a page drawn in one go, and each of them twice: as it came, and once more as a copy of itself. The reader sees none
// of them before the last is done. Here a chart is drawn once, and those below the window one after another, when the browser has shown what is in it.
(() => {
  const waiting = []
  // When the browser is idle, and soon even if it never is.
  const idle = (job) => window.requestIdleCallback ? requestIdleCallback(job, { timeout: 100 }) : setTimeout(job, 100)
  // What Plotly writes into a figure while it draws.
  const WRITTEN = new Set(['type', 'range', 'autorange'])
  const isCopy = (copy, came) => copy === came || (came instanceof Object && copy instanceof Object
    && Object.keys(came).every((key) => isCopy(copy[key], came[key])) && Object.keys(copy).every((key) => key in came || WRITTEN.has(key)))
  const kept = ({ data, layout }) => JSON.parse(JSON.stringify({ data, layout }))

  const isBelow = (chart) => !matchMedia('print').matches && chart.getBoundingClientRect().top > innerHeight
  // Those nearest to the window come first: the reader may have moved on since they were put in line.
  const next = () => {
    waiting.sort((one, other) => one.chart.getBoundingClientRect().top - other.chart.getBoundingClientRect().top)
    waiting.shift()?.begin()
    if (waiting.length) idle(next)
  }
  const turn = (chart, height) => new Promise((begin) => {
    chart.style.minHeight = `${height ?? 0}px` // nothing moves when it is drawn
    chart.ariaBusy = 'true'
    waiting.push({ chart, begin })
    if (waiting.length === 1) idle(next)
  })
  const atOnce = () => { for (const one of waiting.splice(0)) one.begin() }

  // What has been drawn in the place of another figure. Streamlit keeps what was drawn last and asks for it again: where two figures were under way at
  // once, it would ask for the one and the other in turn for ever.
  const replaced = new WeakMap() // layout: data
  const taught = (react) => async function (chart, figure, ...rest) {
    const place = chart.closest?.('.stPlotlyChart')
    if (!place) return react.call(this, chart, figure, ...rest)
    const isNew = !chart._fullLayout
    // The first time Streamlit does not say the width that it is going to give.
    if (isNew) figure = { ...figure, layout: { width: place.clientWidth, ...figure.layout } }
    const came = isNew ? null : chart.asItCame
    chart.asItCame = isNew ? kept(figure) : null
    if (!isNew && figure.layout === chart.layout && figure.data === chart.data || came && isCopy(kept(figure), came)) return chart
    if (!isNew && replaced.get(figure.layout) === figure.data) return chart
    if (isBelow(chart)) {
      await turn(chart, figure.layout.height)
      chart.style.minHeight = ''
      chart.ariaBusy = null
      if (!chart.isConnected) return chart
    }
    if (!isNew) replaced.set(chart.layout, chart.data)
    return react.call(this, chart, figure, ...rest)
  }

  let library
  Object.defineProperty(window, 'Plotly', {
    configurable: true,
    get: () => library,
    set: (found) => {
      library = found
      if (found?.react) found.react = taught(found.react)
    },
  })
  addEventListener('beforeprint', atOnce)
})();
