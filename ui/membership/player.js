// A day that the page sets itself stands in the link as microseconds; the readable form takes their place.
function tidy(day) {
  const url = new URL(window.location.href)
  if (!/^-?\d{9,}$/.test(url.searchParams.get('day') ?? '')) return
  url.searchParams.set('day', day)
  window.history.replaceState(window.history.state, '', url)
}

// Plays the days of change one after the other. Each step waits until the page has drawn the last one.
export default function ({ data, parentElement, setTriggerValue }) {
  const button = parentElement.querySelector('button')
  clearTimeout(button.timer)
  tidy(data.day)
  const late = setTimeout(tidy, 300, data.day)
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
