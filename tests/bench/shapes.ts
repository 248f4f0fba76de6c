// The material of generated maps: chapters written for the project with the shapes of a real map in about their shares.
// Every note bears a number, so that a copy of a chapter can lead to notes of its own.

/** Stands for the number of a copy, in as many characters, so that offsets are those of the chapter written here. */
export const NUMBER = "00000";

export const HEAD = `---
title: "手艺 Crafts"
type: moc
tags: [crafts, type/moc]
updated: 2026-02-22
---

# 🧭 手艺 Crafts — 学习路线图

> 从面粉、木头到光线：按学习顺序编排的全部笔记。

---

`;

const BREAD = String.raw`## 第${NUMBER}章 面包与发酵（Bread）

> 前置知识：[[Crafts/Materials/Flour ${NUMBER}|面粉 + 水 + 温度 基础]]

### 面粉与水

- [[Crafts/Bread/Ingredients/面粉综述-2026技术全景 ${NUMBER}|🔥 面粉综述 2026 全景]] ⭐ — 入门必读，1617行，从麦粒到面团全覆盖 ★★★★★
- [[Crafts/Bread/Ingredients/水合与自溶 ${NUMBER}|水合与自溶]] — 为什么要等
- [[Crafts/Bread/Ingredients/蛋白质含量 ${NUMBER}|蛋白质含量]]
- [[Crafts/Bread/Ingredients/全麦面粉 ${NUMBER}|全麦面粉]]

### 发酵

- [[Crafts/Bread/Fermentation/一次发酵 ${NUMBER}|一次发酵]]（830行，正式版）
- [[Crafts/Bread/Fermentation/Cold-Retarding-Overnight-Flavour ${NUMBER}|冷藏发酵]] — 过夜，风味更好 ★★★★☆
- [[Crafts/Bread/Fermentation/二次发酵 ${NUMBER}|二次发酵]]
- [[Crafts/Bread/Fermentation/过度发酵与补救 ${NUMBER}|过度发酵与补救]]
- [[Crafts/Bread/Fermentation/Sourdough-Starter-From-Flour-And-Water ${NUMBER}|Starter]] ⭐ — feeding, storing, reviving ★★★★★

### 配方

| 配方 | 难度 | 说明 |
|------|------|------|
| [[Crafts/Bread/Recipes/乡村面包 ${NUMBER}\|乡村面包]] | ★★ | 每周都做 |
| [[Crafts/Bread/Recipes/黑麦面包 ${NUMBER}\|黑麦面包]] | ★★★ | 耐放 |
| [[Crafts/Bread/Recipes/布里欧修 ${NUMBER}\|布里欧修]] | ★★★★ | 周末，黄油 50% |

### 整形与烘烤 → [[Crafts/Baking/_MOC ${NUMBER}|烘烤详细 MOC]]

- [[Crafts/Bread/Shaping/圆形 ${NUMBER}|圆形]] / [[Crafts/Bread/Shaping/椭圆形 ${NUMBER}|椭圆形]] / [[Crafts/Bread/Shaping/长棍 ${NUMBER}|长棍]] / [[Crafts/Bread/Shaping/Ciabatta ${NUMBER}|Ciabatta]]
- [[Crafts/Bread/Shaping/预整形 ${NUMBER}|预整形]] / [[Crafts/Bread/Shaping/松弛 ${NUMBER}|松弛]] / [[Crafts/Bread/Shaping/割包 ${NUMBER}|割包]]
- [[Crafts/Bread/Baking/蒸汽 ${NUMBER}|蒸汽]] — 铸铁锅 / 石板 / 喷水
- [[Crafts/Bread/Baking/判断熟度 ${NUMBER}|怎么判断烤好了]]

---

`;

const WOOD = String.raw`## 第${NUMBER}章 木工（Woodworking）

> 从一把凿子到一张桌子，理解木头的骨架

### 木材与工具

- [[Crafts/Wood/Timber/木材学-2026技术全景 ${NUMBER}|🔥 木材学 2026 全景]] ⭐ — 2183行全覆盖 ★★★★★
- [[Crafts/Wood/Timber/硬木与软木 ${NUMBER}|硬木与软木]]
- [[Crafts/Wood/Tools/刨子 ${NUMBER}|刨子]]（530行，正式版）
- [[Crafts/Wood/Tools/锯 ${NUMBER}|锯]]

### 榫卯

- [[Crafts/Wood/Joints/榫卯综述 ${NUMBER}|榫卯综述]]
- [[Crafts/Wood/Joints/燕尾榫 ${NUMBER}|燕尾榫]] — 先尾后销
- [[Crafts/Wood/Joints/Mortise-And-Tenon-By-Hand ${NUMBER}|Mortise and tenon]]
- [[Crafts/Wood/Joints/Drawbored-Pegs-Strength-Study ${NUMBER}|Drawbored pegs]] ⭐ — 不用胶也牢，2026 实测 ★★★★☆
- [[Crafts/Wood/Joints/楔钉榫 ${NUMBER}|楔钉榫]]
- [[Crafts/Wood/Joints/指接 ${NUMBER}|指接]]

### 表面处理 → 另见 [[Crafts/Finishing/_MOC ${NUMBER}|涂装详细 MOC]]

- [[Crafts/Wood/Finishing/木蜡油 ${NUMBER}|木蜡油]]
- [[Crafts/Wood/Finishing/Tung-Oil-Curing-Times ${NUMBER}|Tung oil]] — $72 一升值不值 ★★★
- [[Crafts/Wood/Finishing/打磨 ${NUMBER}|打磨]]
- 大漆 / 水性漆 / 硝基漆 及更多涂料

### 家具系列
- [[Crafts/Wood/Projects/Stool/三脚凳 ${NUMBER}|三脚凳]] / [[Crafts/Wood/Projects/Stool/四脚凳 ${NUMBER}|四脚凳]] / [[Crafts/Wood/Projects/Stool/折叠凳 ${NUMBER}|折叠凳]] / [[Crafts/Wood/Projects/Stool/吧凳 ${NUMBER}|吧凳]]
- [[Crafts/Wood/Projects/Box/木盒 ${NUMBER}|木盒]] / [[Crafts/Wood/Projects/Box/抽屉 ${NUMBER}|抽屉]] / [[Crafts/Wood/Projects/Box/工具箱 ${NUMBER}|工具箱]]
- [[Crafts/Wood/Projects/书架 ${NUMBER}|书架]]
- [[Crafts/Wood/Projects/Workbench-2026实战全景 ${NUMBER}|🔥 工作台 2026 实战]] ⭐ — 2784行 ★★★★★

---

`;

const LIGHT = String.raw`## 第${NUMBER}章 摄影（Photography）

> 曝光之后的一切：光线、构图、暗房

### 1.1 曝光与测光
- [[Crafts/Light/Exposure/测光模式 ${NUMBER}|测光模式]]
- [[Crafts/Light/Exposure/Zone-System ${NUMBER}|Zone System]] — Adams & Archer
- [[Crafts/Light/Exposure/动态范围-2026-全景 ${NUMBER}|🔥 动态范围 2026 全景]] — 941行全覆盖

### 1.2 镜头

| 镜头 | 类型 | 说明 |
|------|------|------|
| [[Crafts/Light/Lenses/Tessar ${NUMBER}\|Tessar]] | 四片三组 | 鹰眼 |
| [[Crafts/Light/Lenses/Planar ${NUMBER}\|Planar]] | 双高斯 | 50 mm 的祖先 |
| [[Crafts/Light/Lenses/Sonnar ${NUMBER}\|Sonnar]] | 七片三组 | 大光圈 |
| [[Crafts/Light/Lenses/Petzval ${NUMBER}\|Petzval]] | 人像 | 旋转焦外 |

### 1.3 构图

- [[Crafts/Light/Composition/三分法 ${NUMBER}|三分法]]
- [[Crafts/Light/Composition/引导线 ${NUMBER}|引导线]]
- [[Crafts/Light/Composition/Negative-Space-And-Silence ${NUMBER}|Negative space]] ⭐ — 留白即主角 ★★★★★
- [[Crafts/Light/Composition/框中框 ${NUMBER}|框中框]]
- [[Crafts/Light/Composition/景深 ${NUMBER}|景深]]

### 1.4 暗房 — 胶片与放大

- [[Crafts/Light/Darkroom/显影综述 ${NUMBER}|显影综述]]（正式版） — D-76 / Rodinal / HC-110
- [[Crafts/Light/Darkroom/Stand-Development-Edge-Effects ${NUMBER}|静置显影]] ⭐ — 边缘效应，2026 复现 ★★★★☆
- [[Crafts/Light/Darkroom/放大与遮挡-2026技术全景 ${NUMBER}|🔥 放大与遮挡 2026 全景]] ⭐ — 1860行全链路 ★★★★★
- [[Crafts/Light/Darkroom/定影 ${NUMBER}|定影]]
- [[Crafts/Light/Darkroom/Split-Grade-Printing ${NUMBER}|Split grade]] — 软硬滤镜各一次 ★★★★☆
- [[Crafts/Light/Darkroom/水洗与保存 ${NUMBER}|水洗与保存]]
- [[Crafts/Light/Darkroom/Lith/配方 ${NUMBER}|Lith 配方]] / [[Crafts/Light/Darkroom/Lith/相纸 ${NUMBER}|相纸]] / [[Crafts/Light/Darkroom/Lith/Infectious Development ${NUMBER}|Infectious development]]

---

`;

const GARDEN = String.raw`## 附录 ${NUMBER} 园艺（Gardening）

### 土壤 → [[#第${NUMBER}章 摄影（Photography）]]

- [[Crafts/Garden/Soil/土壤结构 ${NUMBER}|土壤结构]] — 团粒与孔隙
- [[Crafts/Garden/Soil/堆肥 ${NUMBER}|堆肥]]
- [[Crafts/Garden/Soil/Compost-Temperature-Curves ${NUMBER}|Compost temperature]] ⭐ — 碳氮比，热堆肥 84.6% ★★★★★
- [[Crafts/Garden/Soil/酸碱度 ${NUMBER}|酸碱度]]

### 播种与育苗
- [[Crafts/Garden/Sowing/浸种催芽 ${NUMBER}|浸种催芽]]
- [[Crafts/Garden/Sowing/移栽 ${NUMBER}|移栽]]
- [[Crafts/Garden/Sowing/炼苗 ${NUMBER}|炼苗]]

### 修剪
- [[Crafts/Garden/Pruning/修剪-2026技术全景 ${NUMBER}|🔥 修剪 2026 全景]] ⭐ — 1854行 ★★★★★
- [[Crafts/Garden/Pruning/果树冬剪 ${NUMBER}|果树冬剪]]
  - [[Crafts/Garden/Pruning/苹果 ${NUMBER}|苹果]] — 短果枝
  - [[Crafts/Garden/Pruning/葡萄 ${NUMBER}|葡萄]] — 单臂与双臂
- [[Crafts/Garden/Pruning/月季 ${NUMBER}|月季]]
- [[Crafts/Garden/Pruning/Espalier-Forms-And-Wires ${NUMBER}|Espalier]] — 墙式整枝 ★★★★☆

### 水与病虫害
- [[Crafts/Garden/Water/雨水收集 ${NUMBER}|雨水收集]] / [[Crafts/Garden/Water/浇水时机 ${NUMBER}|浇水时机]] / [[Crafts/Garden/Water/盐害 & 积水 ${NUMBER}|盐害]] / [[Crafts/Garden/Water/排水 ${NUMBER}|排水]]
- [[Crafts/Garden/Pests/蚜虫 ${NUMBER}|蚜虫]] / [[Crafts/Garden/Pests/白粉病 ${NUMBER}|白粉病]] / [[Crafts/Garden/Pests/Companion Planting ${NUMBER}|伴生种植]]
- [[Crafts/Garden/Pests/Slugs-Traps-And-Barriers ${NUMBER}|Slugs]] — 1083行，诱捕与屏障 ★★★
- [[Crafts/Garden/Pests/生物防治 ${NUMBER}|生物防治]] — 瓢虫、线虫

---

`;

export const CHAPTERS: readonly string[] = [BREAD, WOOD, LIGHT, GARDEN];

/** The bar at the end of a map that leads to others. */
export const NAVIGATION = `## 导航

- ↑ 上级：[[Maps/${NUMBER}/_MOC]]
- ← 前置：[[Materials/${NUMBER}/_MOC]]
- → 相关：[[Tools/${NUMBER}/_MOC]] · [[Workshops/${NUMBER}/_MOC]] · [[Books/${NUMBER}/_MOC]]
`;
