import { lazy, type ComponentType, type LazyExoticComponent } from 'react'

import { insist } from './insist'

/** A component in a file of its own, which is fetched when it is first drawn; it needs a `Suspense` around it. */
export function part<Props>(load: () => Promise<ComponentType<Props>>): LazyExoticComponent<ComponentType<Props>> {
  return lazy(() => insist(load).then((component) => ({ default: component })))
}
