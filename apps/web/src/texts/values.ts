/** Words that are values of the sheet, in whatever language the page is read. */
export const GRADES = ['优', '良', '中', '差'];
export const FIGURE_UNITS = ['万元', '元', '人', '%', '㎡', '项'];
export const MONEY: ReadonlySet<string> = new Set(['万元', '元']);
export const USUAL_LEVELS = ['产出指标', '效益指标', '满意度指标', '成本指标'];
