// A day that the page sets itself stands in the link as microseconds since 1970 in UTC; the readable form takes their place. It is read from
// the link: the day that was handed over here may still be the one before.
function tidy() {
  const url = new URL(window.location.href)
  const day = url.searchParams.get('day') ?? ''
  if (!/^-?\d{9,}$/.test(day)) return
  url.searchParams.set('day', new Date(Number(day) / 1000).toISOString().slice(0, 10))
  window.history.replaceState(window.history.state, '', url)
}

// Plays the days of change one after the other. Each step waits until the page has drawn the last one.
export default function ({ data, parentElement, setTriggerValue }) {
  const button = parentElement.querySelector('button')
  clearTimeout(button.timer)
  tidy()
  const late = setTimeout(tidy, 300)
  const show = () => {
    button.textContent = button.dataset.playing ? 'Pause' : 'Play'
    button.title = button.dataset.playing ? 'Stop here' : data.last ? 'Play from the first change' : 'Play from this day on'
  }
  const step = () => setTriggerValue('step', `${data.day} ${Date.now()}`)
  button.onclick = () => {
    if (button.dataset.playing) {
      delete button.dataset.playing
      clearTimeout(button.timer)
    } else {
      button.dataset.playing = 'yes'
      step()
    }
    show()
  }
  if (button.dataset.playing && data.last) delete button.dataset.playing
  else if (button.dataset.playing) button.timer = setTimeout(step, data.pause)
  show()
  return () => {
    clearTimeout(button.timer)
    clearTimeout(late)
  }
}
