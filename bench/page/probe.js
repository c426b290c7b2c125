// Watches a page from before its first script: frames, React's commits in each, keys, long tasks.
(() => {
  const probe = { frames: [], keys: [], eventTimings: [], longTasks: [], shownAt: null }
  const clear = () => {
    for (const list of Object.values(probe)) if (Array.isArray(list)) list.length = 0
  }
  const frame = () => probe.frames.at(-1)

  // React, also as it is built for production, tells this hook of every commit.
  window.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
    supportsFiber: true,
    renderers: new Map(),
    inject: () => 1,
    onCommitFiberRoot: () => {
      if (frame()) frame().commits += 1
    },
    onPostCommitFiberRoot: () => undefined,
    onCommitFiberUnmount: () => undefined,
  }

  const tick = (at) => {
    probe.frames.push({ at, commits: 0, keys: 0 })
    requestAnimationFrame(tick)
  }
  requestAnimationFrame(tick)

  /** Once the frame is drawn that is to come next: a task that is queued in it runs after it. */
  const afterPaint = (done) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = done
      port2.postMessage(null)
    })

  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      const key = { waited: performance.now() - timeStamp, painted: null }
      probe.keys.push(key)
      if (frame()) frame().keys += 1
      afterPaint(() => {
        key.painted = performance.now() - timeStamp
      })
    },
    true,
  )
  addEventListener(
    'input',
    ({ target }) => {
      // A box that React holds keeps a key only if its state has taken it.
      afterPaint(() => {
        if (target.value !== '') probe.shownAt ??= performance.now()
      })
    },
    true,
  )

  const observe = (options, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe(options)
  observe({ type: 'longtask' }, ({ duration }) => probe.longTasks.push(duration))
  observe({ type: 'event', durationThreshold: 16 }, ({ name, duration }) => {
    if (name === 'keydown') probe.eventTimings.push(duration)
  })

  let boxAt = Infinity
  const boxes = new MutationObserver(() => {
    if (!document.querySelector('textarea')) return
    boxAt = performance.now()
    boxes.disconnect()
  })
  boxes.observe(document, { childList: true, subtree: true })

  /** What was asked for before there was a box to type in; other parts come later, when it is quiet. */
  const firstScripts = () =>
    performance
      .getEntriesByType('resource')
      .filter(({ name, startTime }) => name.endsWith('.js') && startTime < boxAt)
      .map(({ name, encodedBodySize }) => ({ url: name, bytes: encodedBodySize }))

  window.benchProbe = { probe, clear, firstScripts }
})()
