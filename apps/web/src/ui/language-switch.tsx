import { GlobalOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { chooseLanguage } from '../texts/language.js';

/** To the other language; its name stands in that language. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  const other = i18n.language === 'en' ? 'zh-CN' : 'en';
  return (
    <Button
      type="text"
      icon={<GlobalOutlined />}
      lang={other}
      onClick={() => void chooseLanguage(other)}
      title={t('language.switch')}
    >
      {other === 'en' ? t('language.en') : t('language.zh')}
    </Button>
  );
}
