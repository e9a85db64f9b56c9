// Prints every chart whole: before printing they are laid out for the width of a page, the high ones in parts, after it for the window again.
// The style of server/print.css takes over where a page is still narrower or lower than that.
(() => {
  const WIDE = 800
  const HIGH = 640 // a chart that is higher could not be read on a sheet that lies
  const PART = 310 // two of them fill such a sheet
  let undo = []
  const shown = (chart) => chart.layout && chart.getClientRects().length > 0
  const lay = (chart) => {
    const { width, height } = chart._fullLayout
    if (width > WIDE) window.Plotly.relayout(chart, { width: WIDE, height })
    const wide = Math.min(width, WIDE)
    chart.style.setProperty('--wide', wide)
    chart.style.setProperty('--high', height)
    const layers = [...chart.querySelectorAll('.main-svg')]
    for (const layer of layers) layer.setAttribute('viewBox', `0 0 ${wide} ${height}`)
    return () => {
      for (const layer of layers) layer.removeAttribute('viewBox')
      chart.style.removeProperty('--wide')
      chart.style.removeProperty('--high')
      if (width > WIDE) window.Plotly.relayout(chart, { width, height })
    }
  }
  // Where a high chart is cut: into parts of at most PART, between its words where there is room between them.
  const cuts = (chart, high) => {
    const { top } = chart.querySelector('.svg-container').getBoundingClientRect()
    const words = [...chart.querySelectorAll('text')].map((text) => text.getBoundingClientRect()).filter((box) => box.height)
    const found = [0]
    while (high - found.at(-1) > PART) {
      let [best, least] = [0, Infinity]
      for (let at = found.at(-1) + PART; at > found.at(-1) + PART / 2 && least; at -= 2) {
        const crossed = words.filter((box) => box.top - top < at && at < box.bottom - top).length
        if (crossed < least) [best, least] = [at, crossed]
      }
      found.push(best)
    }
    return found
  }
  const cut = (chart) => {
    const { width, height } = chart._fullLayout
    if (height <= HIGH) return () => {}
    const all = document.createElement('div')
    all.className = 'only-on-paper parts-of-a-chart'
    cuts(chart, height).forEach((from, place, starts) => {
      const part = document.createElement('div')
      const high = (starts[place + 1] ?? height) - from
      part.style.cssText = `--wide: ${width}; aspect-ratio: ${width} / ${high}`
      for (const layer of chart.querySelectorAll('.main-svg')) {
        const copy = layer.cloneNode(true)
        copy.setAttribute('viewBox', `0 ${from} ${width} ${high}`)
        part.append(copy)
      }
      all.append(part)
    })
    chart.before(all) // before it, so that references to clips and stripes find those of the parts
    chart.classList.add('only-on-screen')
    return () => { all.remove(); chart.classList.remove('only-on-screen') }
  }
  const said = (words, node, how = 'append') => {
    const note = document.createElement('p')
    note.className = 'only-on-paper'
    note.textContent = words
    node[how](note)
    return () => note.remove()
  }
  // A table is a picture of the rows in view; its stack is as high as all of them, 35 pixels each.
  const rows = (table) => {
    const whole = table.querySelector('.dvn-stack > :last-child')?.clientHeight ?? 0
    const left = Math.ceil((whole - table.querySelector('canvas').clientHeight) / 35)
    return left > 0 ? said(`${left} more rows are not printed. The files under “Download & share” hold all.`, table.closest('.stElementContainer'), 'after') : () => {}
  }
  const foot = () => {
    const release = document.querySelector('.st-key-foot')?.textContent.split(' · ')[0] ?? ''
    const words = `${location.href} · ${release}`
    const style = document.createElement('style')
    style.textContent = `@page { @bottom-left { content: ${JSON.stringify(words)}; font: 9px sans-serif } @bottom-right { content: counter(page) " / " counter(pages); font: 9px sans-serif } }`
    document.head.append(style)
    const line = said(words, document.querySelector('.stMainBlockContainer') ?? document.body)
    return () => { style.remove(); line() }
  }
  const before = () => {
    if (undo.length) return
    const charts = [...document.querySelectorAll('.js-plotly-plot')].filter(shown)
    undo = [foot(), ...charts.map(lay), ...charts.map(cut), ...[...document.querySelectorAll('.stDataFrame')].map(rows)]
  }
  const after = () => {
    for (const step of undo.splice(0)) step()
  }
  addEventListener('beforeprint', before)
  addEventListener('afterprint', after)
})();
