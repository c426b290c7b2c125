import type { VehicleObject } from '../contract'
import { formatMiles } from './numbers'

/** What a person calls it: `2019 Toyota Camry`. */
export function nameOf(vehicle: VehicleObject): string {
  return `${vehicle.year} ${vehicle.make} ${vehicle.model}`
}

/** The rest of what is known: `SE · 41,200 mi · VIN …1234`. */
export function detailsOf(vehicle: VehicleObject): string {
  const { trim, mileage, vin } = vehicle
  return [trim, mileage === null ? null : formatMiles(mileage), vin && `VIN ${vin}`]
    .filter(Boolean)
    .join(' · ')
}
