import { getTranslations } from 'next-intl/server';

export default async function Home() {
  const words = await getTranslations();
  return <h1 className="text-title">{words('product')}</h1>;
}
