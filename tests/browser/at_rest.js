/**
 * Tells when the page has come to rest; given to the browser by the tests, no part of the page.
 *
 * `atRest()` resolves once, for some frames in a row, nothing was on its way: no request and no call
 * on the socket without its answer, no file of the page, no timer that is due in a moment, no frame
 * asked for, no animation that ends, no font; and nothing was written to the document, scrolled or
 * resized. `atRest('request')` does not wait for requests, where a test holds one back.
 */
(() => {
  const STILL_FRAMES = 3
  // Longer ones look after things from time to time; the page is at rest between two looks.
  const SOON_MS = 800
  const LIMIT_MS = 60_000
  const HIDDEN_FRAME_MS = 50

  // The page's own, before a test puts others in their place.
  const { setTimeout: later, clearTimeout: notLater } = window
  const { requestAnimationFrame: onFrame, cancelAnimationFrame: notOnFrame } = window
  const { fetch: ask, MessageChannel: Channel, WebSocket: Socket } = window
  const now = performance.now.bind(performance)

  const underWay = {
    request: new Set(),
    call: new Set(),
    file: new Set(),
    timer: new Set(),
    frame: new Set(),
  }

  const during = (promise, kind = underWay.request) => {
    const token = {}
    kind.add(token)
    const done = () => kind.delete(token)
    promise.then(done, done)
    return promise
  }
  // What a part of the page that is fetched late needs, by links that its bundler puts into the head.
  const { appendChild } = Node.prototype
  Node.prototype.appendChild = function (node) {
    if (node instanceof HTMLLinkElement && /^(modulepreload|stylesheet)$/.test(node.rel)) {
      const loaded = new Promise((done) => {
        node.addEventListener('load', done)
        node.addEventListener('error', done)
      })
      void during(loaded, underWay.file)
    }
    return appendChild.call(this, node)
  }
  window.fetch = (...asked) => during(ask.apply(window, asked))
  for (const part of ['json', 'text', 'blob', 'arrayBuffer']) {
    const read = Response.prototype[part]
    Response.prototype[part] = function () {
      return during(read.call(this))
    }
  }

  const noting = (run, wait = 0, ...given) => {
    if (typeof run !== 'function' || wait > SOON_MS) return later(run, wait, ...given)
    const id = later(
      (...told) => {
        underWay.timer.delete(id)
        run(...told)
      },
      wait,
      ...given,
    )
    underWay.timer.add(id)
    return id
  }
  window.setTimeout = noting
  window.clearTimeout = (id) => {
    underWay.timer.delete(id)
    notLater(id)
  }
  window.requestAnimationFrame = (run) => {
    const id = onFrame((at) => {
      underWay.frame.delete(id)
      run(at)
    })
    underWay.frame.add(id)
    return id
  }
  window.cancelAnimationFrame = (id) => {
    underWay.frame.delete(id)
    notOnFrame(id)
  }

  // Socket.IO: an event that wants an answer is "42<number>[…", its answer "43<number>[…".
  window.WebSocket = class extends Socket {
    constructor(...given) {
      super(...given)
      const unanswered = new Map()
      const settle = (number) => {
        underWay.call.delete(unanswered.get(number))
        unanswered.delete(number)
      }
      this.noteCall = (number) => {
        unanswered.set(number, {})
        underWay.call.add(unanswered.get(number))
      }
      this.addEventListener('message', ({ data }) => settle(/^43(\d+)/.exec(data)?.[1]))
      this.addEventListener('close', () => [...unanswered.keys()].forEach(settle))
    }
    send(packet) {
      const number = /^42(\d+)/.exec(packet)?.[1]
      if (number !== undefined) this.noteCall(number)
      super.send(packet)
    }
  }

  const moving = () =>
    document.getAnimations().filter((animation) => {
      const endless = animation.effect?.getComputedTiming().endTime === Infinity
      return animation.playState === 'running' && !endless
    })

  /** What keeps the page from being at rest; empty when nothing does. */
  const reasons = (ignored) => {
    // Where a test has a clock of its own, what is due when is for the test to say.
    const isTold = window.setTimeout !== noting
    const found = Object.entries(underWay)
      .filter(([name]) => name !== ignored && !(isTold && ['timer', 'frame'].includes(name)))
      .map(([name, all]) => [name, all.size])
    found.push(['animation', moving().length])
    found.push(['font', document.fonts.status === 'loaded' ? 0 : 1])
    found.push(['document', document.readyState === 'complete' ? 0 : 1])
    return found.filter(([, count]) => count > 0).map(([name, count]) => `${count} ${name}`)
  }

  window.notAtRest = reasons

  /** The next frame, and after it everything that was posted before. */
  const frame = () =>
    new Promise((done) => {
      const next = document.hidden ? (run) => later(run, HIDDEN_FRAME_MS) : (run) => onFrame(run)
      next.call(window, () => {
        const channel = new Channel()
        channel.port1.onmessage = () => {
          channel.port1.close()
          done()
        }
        channel.port2.postMessage(null)
      })
    })

  window.atRest = async (ignored) => {
    const began = now()
    let changed = ''
    const note = (what) => () => {
      changed = what
    }
    const [scrolled, resized] = [note('scrolled'), note('resized')]
    const observer = new MutationObserver(note('written to'))
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
    document.addEventListener('scroll', scrolled, { capture: true, passive: true })
    window.addEventListener('resize', resized)
    try {
      for (let still = 0; still < STILL_FRAMES; ) {
        changed = ''
        await frame()
        const busy = [...reasons(ignored), ...(changed === '' ? [] : [changed])]
        still = busy.length > 0 ? 0 : still + 1
        if (now() - began > LIMIT_MS) throw new Error(`the page does not come to rest: ${busy.join(', ')}`)
      }
    } finally {
      observer.disconnect()
      document.removeEventListener('scroll', scrolled, { capture: true })
      window.removeEventListener('resize', resized)
    }
  }
})()
