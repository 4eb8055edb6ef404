export const signBeyondMail = (sign: string) =>
	`Prima della chiocciola c’è «${sign}», che la posta non porta dappertutto: lo tolga, o lo riscriva a mano se è stato copiato.`;
