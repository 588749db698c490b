/** How the names of sites end in Albanian news, for an expression. */
export const topDomains = 'al|com|net|org|info|eu|mk|xk|ks|tv|de|ch|uk|gov|edu|io';
/** How the names of files end, for an expression. */
export const fileTypes = 'pdf|docx?|xlsx?|pptx?|jpe?g|png|gif|mp[34]|zip|txt|csv|html?|exe|apk';
