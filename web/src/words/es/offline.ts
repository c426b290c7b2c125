import type { Words } from '../en'

export const offline: Words['offline'] = {
  asOf: (when) => `Lo ve como estaba a esta hora: ${when}.`,
  newer: {
    text: 'Hay una versión más nueva de esta página.',
    action: 'Cargarla',
  },
  notifications: {
    item: 'Notificaciones',
    title: 'Saber cuándo llega una respuesta',
    what: 'Cuando su consejero ha respondido y usted no está mirando, este navegador muestra «Su consejero respondió sobre su 2019 Toyota Camry.» No lleva ningún precio ni nada de lo que se dijo.',
    how: 'El mensaje va cerrado para este navegador y pasa por el servicio de su fabricante, como Google, Mozilla o Apple. Actívelo aquí y su navegador le pedirá permiso.',
    turnOn: 'Activar',
    turnOff: 'Desactivar',
    state: {
      on: 'Las notificaciones están activadas en este navegador.',
      denied: 'Este navegador no las permite aquí. Puede cambiarlo en sus ajustes para esta página.',
      unsupported: 'Este navegador no puede mostrarlas aquí. En un iPhone o iPad, agregue primero la página a la pantalla de inicio.',
    },
    failed: 'El navegador no pudo activarlas. Inténtelo de nuevo en un momento.',
  },
}
