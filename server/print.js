// Prints every chart whole: before printing they are laid out for the width of a page, after it for the window again.
// The style of server/print.css takes over where a page is still narrower or lower than that.
(() => {
  const WIDE = 800
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
  const said = (words, after) => {
    const note = document.createElement('p')
    note.className = 'only-on-paper'
    note.textContent = words
    after.append(note)
    return () => note.remove()
  }
  // A table is a picture of the rows in view; its stack is as high as all of them, 35 pixels each.
  const rows = (table) => {
    const whole = table.querySelector('.dvn-stack > :last-child')?.clientHeight ?? 0
    const left = Math.ceil((whole - table.querySelector('canvas').clientHeight) / 35)
    return left > 0 ? said(`${left} more rows are not printed. The files under “Download & share” hold all.`, table.parentElement) : () => {}
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
    undo = [foot(), ...[...document.querySelectorAll('.js-plotly-plot')].filter(shown).map(lay), ...[...document.querySelectorAll('.stDataFrame')].map(rows)]
  }
  const after = () => {
    for (const step of undo.splice(0)) step()
  }
  addEventListener('beforeprint', before)
  addEventListener('afterprint', after)
})();
