import type { Words } from '../en'

export const entrance: Words['entrance'] = {
  title: 'Entrar',
  titleNew: 'Cree su cuenta',
  claim: 'Otro par de ojos en el escritorio del vendedor. Solo de su lado.',
  points: [
    { title: 'Qué ofrecer ahora', text: 'Calculado a partir del precio pedido y de su meta, al centavo.' },
    { title: 'Por qué, en palabras sencillas', text: 'Argumentos sobre este carro, esta ronda, este vendedor.' },
    { title: 'Usted decide', text: 'Sin usted no se le manda nada al vendedor ni se acepta nada.' },
  ],
  email: 'Correo electrónico',
  password: 'Contraseña',
  showPassword: 'Mostrar la contraseña',
  passwordHint: 'Al menos 8 caracteres. Una frase corta funciona bien.',
  logIn: 'Entrar',
  register: 'Crear cuenta',
  toRegister: '¿Es su primera vez? Cree una cuenta',
  toLogIn: '¿Ya tiene cuenta? Entre',
  demo: 'Probar con el comprador de demostración',
  demoHint: 'Tres negociaciones por carros reales, sin registrarse.',
  or: 'o',
  ended: 'Su sesión terminó. Vuelva a entrar para seguir: lo que escribió está guardado.',
  wrong: 'El correo y la contraseña no corresponden a ninguna cuenta.',
  emailInvalid: 'Esto no parece un correo electrónico.',
  passwordShort: 'Una contraseña tiene al menos 8 caracteres.',
  taken: 'Ya hay una cuenta con este correo. Entre con ella.',
}
