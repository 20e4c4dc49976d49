/** What the editor's client side says; the server has the words. */
export type LineWords = {
  title: string;
  item: string;
  description: string;
  quantity: string;
  unit: string;
  price: string;
  discount: string;
  documentDiscount: string;
  tax: string;
  noTax: string;
  amount: string;
  add: string;
  remove: string;
  calculate: string;
  subtotal: string;
  discountTaken: string;
  total: string;
};
