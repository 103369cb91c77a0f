<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Actions</name>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Redshift</source>
        <translation>红移</translation>
    </message>
    <message>
        <source>The feature at the cursor is</source>
        <translation>光标处的谱线是</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
</context>
<context>
    <name>AnswerTable</name>
    <message>
        <source>Pipeline</source>
        <translation>流水线</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>z</source>
        <translation>z</translation>
    </message>
    <message>
        <source>You differ from the pipeline</source>
        <translation>您与流水线的结果不同</translation>
    </message>
    <message>
        <source>no class</source>
        <translation>无类型</translation>
    </message>
</context>
<context>
    <name>ArchiveWriter</name>
    <message>
        <source>The disk is full: %1 could not be written.</source>
        <translation>磁盘已满：无法写入 %1。</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
</context>
<context>
    <name>Astra</name>
    <message>
        <source>%1 holds no spectrum: all its tables are empty.</source>
        <translation>%1 中没有光谱：其所有的表都是空的。</translation>
    </message>
</context>
<context>
    <name>CalibrateCommand</name>
    <message>
        <source>Measure how right SpecDesk's redshifts are.</source>
        <translation>衡量 SpecDesk 所得红移的正确程度。</translation>
    </message>
    <message>
        <source>Compares the redshifts SpecDesk finds with the truth and reports success by class and S/N, the
reliability of the probabilities, classes confused, the honesty of the errors, and the worst cases.
Right is within 1000 km/s, for stars of S/N 10 and more within 100 km/s.</source>
        <translation>将 SpecDesk 求得的红移与真值比较，按类型和信噪比报告成功率，并给出概率的可靠性、
相互混淆的类型、误差是否如实，以及偏差最大的例子。
相差不超过 1000 km/s 即为正确；信噪比不低于 10 的恒星须在 100 km/s 以内。</translation>
    </message>
    <message>
        <source>--folds takes a number from 1 to 20.</source>
        <translation>--folds 应为 1 至 20 的数。</translation>
    </message>
    <message>
        <source>Use the templates of a folder instead of SpecDesk's own.</source>
        <translation>使用某个文件夹中的模板，而不用 SpecDesk 自带的模板。</translation>
    </message>
    <message>
        <source>Build templates anew from all but one of N parts of the spectra and measure on that part, in turn.</source>
        <translation>将光谱分为 N 份，轮流用其余各份重新构建模板，并在留出的一份上衡量。</translation>
    </message>
    <message>
        <source>Draw the worst cases into this folder.</source>
        <translation>将偏差最大的例子绘制到此文件夹。</translation>
    </message>
    <message>
        <source>Write every spectrum's comparison into a CSV file.</source>
        <translation>将每条光谱的比较结果写入 CSV 文件。</translation>
    </message>
    <message>
        <source>The folder %1 could not be made.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
</context>
<context>
    <name>CatalogueCommand</name>
    <message>
        <source>The release, for example dr6.</source>
        <translation>发布，例如 dr6。</translation>
    </message>
    <message>
        <source>catalogue, stellar, astellar, mstellar or plate.</source>
        <translation>catalogue、stellar、astellar、mstellar 或 plate。</translation>
    </message>
    <message>
        <source>The file: .fits, .csv or .csv.gz.</source>
        <translation>输出文件：.fits、.csv 或 .csv.gz。</translation>
    </message>
    <message>
        <source>Write a catalogue of a release as FITS or CSV.</source>
        <translation>将一个发布的星表写成 FITS 或 CSV。</translation>
    </message>
    <message>
        <source>Writes the released rows of a catalogue with the columns the survey publishes. Unknown numbers are -9999.</source>
        <translation>按巡天公布的列写出星表中已发布的行。未知数值记为 -9999。</translation>
    </message>
    <message>
        <source>Name the release with --release and the file with -o.</source>
        <translation>请用 --release 指定发布，用 -o 指定文件。</translation>
    </message>
    <message>
        <source>There is no release “%1”.</source>
        <translation>没有名为“%1”的发布。</translation>
    </message>
    <message numerus="yes">
        <source>%n rows written to %1.</source>
        <translation>
            <numerusform>已将 %n 行写入 %1。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComparisonChoice</name>
    <message>
        <source>Compare with</source>
        <translation>比较对象</translation>
    </message>
    <message>
        <source>Compare with …</source>
        <translation>比较对象…</translation>
    </message>
    <message>
        <source>the spectrograph before</source>
        <translation>上一台光谱仪</translation>
    </message>
    <message>
        <source>the spectrograph behind</source>
        <translation>下一台光谱仪</translation>
    </message>
    <message>
        <source>it on the plate before</source>
        <translation>上一块观测板的同一光谱仪</translation>
    </message>
    <message>
        <source>it on the plate behind</source>
        <translation>下一块观测板的同一光谱仪</translation>
    </message>
    <message>
        <source>its single exposures</source>
        <translation>其各次曝光</translation>
    </message>
    <message>
        <source>exposure %1</source>
        <translation>第 %1 次曝光</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>A date as 2018-12-05, or nothing</source>
        <translation>形如 2018-12-05 的日期，或留空</translation>
    </message>
</context>
<context>
    <name>Desi</name>
    <message>
        <source>%1 has another number of targets than of spectra.</source>
        <translation>%1 中目标数与光谱数不一致。</translation>
    </message>
    <message>
        <source>%1 has no arm that is complete.</source>
        <translation>%1 中没有一个臂的数据是完整的。</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 等另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取…</translation>
    </message>
    <message numerus="yes">
        <source>%n files were not read. The first: %1</source>
        <translation>
            <numerusform>有 %n 个文件未能读取。第一个：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>None of these files holds a spectrum.</source>
        <translation>这些文件中都没有光谱。</translation>
    </message>
    <message>
        <source>Server away</source>
        <translation>服务器已断开</translation>
    </message>
    <message>
        <source>%1 The spectra can be looked at all the same.</source>
        <translation>%1光谱仍可照常查看。</translation>
    </message>
    <message>
        <source>Verdicts are not stored yet</source>
        <translation>判定尚未保存</translation>
    </message>
    <message numerus="yes">
        <source>%n verdicts wait for the server, which is away. Closing loses them.</source>
        <translation>
            <numerusform>服务器已断开，还有 %n 条判定等待保存。关闭后将丢失。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Verdicts go to the server only.</source>
        <translation>%1 判定只发送到服务器。</translation>
    </message>
    <message numerus="yes">
        <source>%n verdicts of an earlier window are sent now.</source>
        <translation>
            <numerusform>正在发送先前窗口留下的 %n 条判定。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The journal of an earlier window was damaged; %n lines of it could not be read.</source>
        <translation>
            <numerusform>先前窗口的判定日志已损坏；其中 %n 行无法读取。</numerusform>
        </translation>
    </message>
    <message>
        <source>Connecting to %1 …</source>
        <translation>正在连接 %1…</translation>
    </message>
    <message>
        <source>SpecDesk's own database server starts; the first time takes some seconds.</source>
        <translation>SpecDesk 自带的数据库服务器正在启动；首次启动需要几秒。</translation>
    </message>
    <message>
        <source>No other window can be opened.</source>
        <translation>无法打开另一个窗口。</translation>
    </message>
    <message>
        <source>%1 opens in a window of its own.</source>
        <translation>%1 将在单独的窗口中打开。</translation>
    </message>
    <message>
        <source>Nothing is queued for inspection.</source>
        <translation>没有排队等待检查的光谱。</translation>
    </message>
    <message>
        <source>Ctrl+O opens a folder of spectra; one can also be dropped here.</source>
        <translation>按 Ctrl+O 打开光谱文件夹；也可将其拖放到此处。</translation>
    </message>
    <message>
        <source>Nothing of this task is free now. Choose another one.</source>
        <translation>此任务目前没有可领取的光谱。请选择其他任务。</translation>
    </message>
    <message>
        <source>%1 (may look only)</source>
        <translation>%1（只能查看）</translation>
    </message>
    <message>
        <source>No spectrum was found in %1.
SpecDesk reads FITS files, gzipped or not, and text files of wavelength and flux.</source>
        <translation>在 %1 中没有找到光谱。
SpecDesk 可读取 FITS 文件（无论是否用 gzip 压缩）以及含波长和流量的文本文件。</translation>
    </message>
    <message>
        <source>The list comes from the server, which is not connected.</source>
        <translation>列表来自服务器，而服务器尚未连接。</translation>
    </message>
    <message>
        <source>Connected: %1.</source>
        <translation>已连接：%1。</translation>
    </message>
    <message numerus="yes">
        <source>The window closes when the last %n verdicts have arrived.</source>
        <translation>
            <numerusform>最后 %n 个判定送达后窗口即关闭。</numerusform>
        </translation>
    </message>
    <message>
        <source>The list could not be read. %1</source>
        <translation>无法读取列表。%1</translation>
    </message>
    <message numerus="yes">
        <source>%n verdicts of %1 are in this window only: log in as %1 first.</source>
        <translation>
            <numerusform>本窗口中有 %1 的 %n 条判定尚未发送：请先以 %1 登录。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n verdicts of %1 stay on this machine; they are sent when %1 logs in here.</source>
        <translation>
            <numerusform>%1 的 %n 条判定保留在本机；%1 在此登录后即发送。</numerusform>
        </translation>
    </message>
    <message>
        <source>Files that were not read</source>
        <translation>未能读取的文件</translation>
    </message>
    <message numerus="yes">
        <source>%n unfinished answers of an earlier window are kept; each is there when its spectrum is shown.</source>
        <translation>
            <numerusform>先前窗口留下的 %n 条未完成的判定已保留；显示相应光谱时即可继续。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 What is not stored yet is lost when this window closes.</source>
        <translation>%1 尚未保存的内容在关闭此窗口后会丢失。</translation>
    </message>
</context>
<context>
    <name>EvidencePanel</name>
    <message>
        <source>No feature to read otherwise</source>
        <translation>没有可另作证认的谱线特征</translation>
    </message>
    <message>
        <source>%1 at z = %2: %3 of %4 other lines of class %5 seen</source>
        <translation>%1，z = %2：类型 %5 的其他 %4 条谱线中可见 %3 条</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n lines seen by 3 σ</source>
        <translation>
            <numerusform>%n 条谱线中有 %1 条达到 3 σ</numerusform>
        </translation>
    </message>
    <message>
        <source>no room for %1</source>
        <translation>无处显示：%1</translation>
    </message>
    <message>
        <source>outside: %1</source>
        <translation>范围外：%1</translation>
    </message>
    <message>
        <source>%1 Å as  %2</source>
        <translation>将 %1 Å 认作  %2</translation>
    </message>
</context>
<context>
    <name>ExplainPanel</name>
    <message>
        <source>%1 %2, z %3, by %4</source>
        <translation>%1 %2，z %3，判定来源 %4</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>✓ would go out: %1</source>
        <translation>✓ 将会发布：%1</translation>
    </message>
    <message>
        <source>✕ would be kept back, %1: %2</source>
        <translation>✕ 将不予发布，%1：%2</translation>
    </message>
    <message>
        <source>The release as built does not have it.</source>
        <translation>发布成品中没有它。</translation>
    </message>
    <message>
        <source>The release as built lets it out.</source>
        <translation>发布成品放行它。</translation>
    </message>
    <message>
        <source>The release as built keeps it back: %1.</source>
        <translation>发布成品不放行它：%1。</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>obsid to explain</source>
        <translation>要说明缘由的 obsid</translation>
    </message>
    <message>
        <source>Why this spectrum?</source>
        <translation>这条光谱为何如此？</translation>
    </message>
    <message>
        <source>%1 is no obsid.</source>
        <translation>%1 不是 obsid。</translation>
    </message>
    <message>
        <source>%1. Pipeline %2. %3</source>
        <translation>%1。流水线 %2。%3</translation>
    </message>
    <message>
        <source>obsid, Enter (%1)</source>
        <translation>obsid，Enter (%1)</translation>
    </message>
    <message>
        <source>An obsid, or %1 on a spectrum under Differences, shows here what each rule says of it.</source>
        <translation>在此输入 obsid，或在“差异”中选中光谱后按 %1，即可查看每条规则对它的说明。</translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>a newer version takes its place</source>
        <translation>由更新的版本取代</translation>
    </message>
    <message>
        <source>would be released</source>
        <translation>将会发布</translation>
    </message>
    <message>
        <source>would be kept back: %1</source>
        <translation>将不予发布：%1</translation>
    </message>
    <message>
        <source>Pipeline %1: %2.</source>
        <translation>流水线 %1：%2。</translation>
    </message>
    <message>
        <source>  Class %1 %2, z %3, by %4.</source>
        <translation>  类型 %1 %2，z %3，判定来源 %4。</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>  Seen:</source>
        <translation>  依据：</translation>
    </message>
    <message>
        <source>The release as built does not have it.</source>
        <translation>发布成品中没有它。</translation>
    </message>
    <message>
        <source>The release as built lets it out.</source>
        <translation>发布成品放行它。</translation>
    </message>
    <message>
        <source>The release as built keeps it back: %1.</source>
        <translation>发布成品不放行它：%1。</translation>
    </message>
    <message>
        <source>  Does it have to be kept back?</source>
        <translation>  是否应不予发布？</translation>
    </message>
    <message>
        <source>YES</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no </source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>ExposureMenu</name>
    <message>
        <source>All exposures</source>
        <translation>全部曝光</translation>
    </message>
    <message>
        <source>Arm %1</source>
        <translation>%1 臂</translation>
    </message>
    <message>
        <source>Exposure %1</source>
        <translation>曝光 %1</translation>
    </message>
</context>
<context>
    <name>FiberProblem</name>
    <message>
        <source>A problem needs a plate and a spectrograph.</source>
        <translation>问题须指明观测板和光谱仪。</translation>
    </message>
    <message>
        <source>The range of fibres must go from a smaller to a larger number, from 1 on.</source>
        <translation>光纤范围必须由小到大，从 1 起。</translation>
    </message>
    <message>
        <source>“%1” is no kind of problem.</source>
        <translation>“%1”不是问题的类别。</translation>
    </message>
    <message>
        <source>An arm is blue or red.</source>
        <translation>臂只能是蓝臂或红臂。</translation>
    </message>
    <message>
        <source>The range of wavelengths must go from a smaller to a larger one.</source>
        <translation>波长范围必须由小到大。</translation>
    </message>
    <message>
        <source>Please describe the problem.</source>
        <translation>请描述问题。</translation>
    </message>
    <message>
        <source>A problem needs the night of observation, such as 2018-11-23.</source>
        <translation>问题须指明观测夜，如 2018-11-23。</translation>
    </message>
    <message>
        <source>A problem of the 2D reduction needs the pipeline version that was looked at.</source>
        <translation>二维数据处理的问题须指明所查看的处理版本。</translation>
    </message>
</context>
<context>
    <name>FiberStrips</name>
    <message>
        <source>sky</source>
        <translation>天光</translation>
    </message>
</context>
<context>
    <name>FibersController</name>
    <message numerus="yes">
        <source>%n spectra of this spectrograph could not be read.</source>
        <translation>
            <numerusform>此光谱仪有 %n 条光谱无法读取。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing of that kind to compare with.</source>
        <translation>没有此类可供比较的对象。</translation>
    </message>
    <message>
        <source>%1   spectrograph %2</source>
        <translation>%1   光谱仪 %2</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>These files hold no single exposures.</source>
        <translation>这些文件中没有单次曝光。</translation>
    </message>
    <message>
        <source>There is no server; the problem cannot be stored.</source>
        <translation>没有服务器，无法保存问题。</translation>
    </message>
    <message>
        <source>Stored: fibres %1–%2 are discarded from the release.</source>
        <translation>已保存：光纤 %1–%2 不予发布。</translation>
    </message>
    <message>
        <source>Stored: fibres %1–%2 are a ticket for the 2D team.</source>
        <translation>已保存：光纤 %1–%2 已作为工单提交二维组。</translation>
    </message>
    <message>
        <source>No plate of this task is here.</source>
        <translation>此任务的观测板都不在这里。</translation>
    </message>
    <message>
        <source>exposure %1 of %2: %3</source>
        <translation>第 %1 次曝光，共 %2 次：%3</translation>
    </message>
    <message>
        <source>%1 What was reported of this spectrograph already is not shown.</source>
        <translation>%1 此光谱仪已有的报告未显示。</translation>
    </message>
    <message>
        <source>%1 Hints from what the fibres did on other plates are missing.</source>
        <translation>%1 缺少由各光纤在其他观测板上的表现得出的提示。</translation>
    </message>
</context>
<context>
    <name>FibersPage</name>
    <message>
        <source>No plate is open.</source>
        <translation>没有打开的观测板。</translation>
    </message>
    <message>
        <source>Next spectrograph</source>
        <translation>下一台光谱仪</translation>
    </message>
    <message>
        <source>Previous spectrograph</source>
        <translation>上一台光谱仪</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>报告问题</translation>
    </message>
    <message>
        <source>Submit the problem</source>
        <translation>提交问题</translation>
    </message>
    <message>
        <source>Close the form</source>
        <translation>关闭表单</translation>
    </message>
    <message>
        <source>Colour: flux</source>
        <translation>颜色：流量</translation>
    </message>
    <message>
        <source>Colour: shape</source>
        <translation>颜色：形状</translation>
    </message>
    <message>
        <source>Colour: difference</source>
        <translation>颜色：差异</translation>
    </message>
    <message>
        <source>All wavelengths</source>
        <translation>全部波长</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>观测板</translation>
    </message>
    <message>
        <source>Flux</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>One scale for all: raised and negative fibres</source>
        <translation>统一标度：显示偏高和为负的光纤</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Each fibre over its own level</source>
        <translation>每根光纤除以自身的水平</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Shape minus the usual shape: banding and steps</source>
        <translation>形状减去通常的形状：显示条纹和台阶</translation>
    </message>
    <message>
        <source>fibre %1   %2 Å</source>
        <translation>光纤 %1   %2 Å</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Fibres against wavelength</source>
        <translation>光纤–波长图</translation>
    </message>
    <message>
        <source>Click the first fibre of a problem and the last, or drag; the wheel zooms</source>
        <translation>点击问题的首末两根光纤，或拖动选取；滚轮缩放</translation>
    </message>
    <message>
        <source>click, click</source>
        <translation>点击、再点击</translation>
    </message>
    <message>
        <source>First and last fibre of a problem</source>
        <translation>问题的首末两根光纤</translation>
    </message>
    <message>
        <source>drag</source>
        <translation>拖动</translation>
    </message>
    <message>
        <source>A range of fibres; wide: of wavelengths too</source>
        <translation>选取光纤范围；横向拖宽则同时选取波长范围</translation>
    </message>
    <message>
        <source>wheel</source>
        <translation>滚轮</translation>
    </message>
    <message>
        <source>Closer or farther in wavelength</source>
        <translation>沿波长放大或缩小</translation>
    </message>
    <message>
        <source>Every plate</source>
        <translation>所有观测板</translation>
    </message>
    <message>
        <source>None of its files can be read here.</source>
        <translation>它的文件在这里都无法读取。</translation>
    </message>
</context>
<context>
    <name>FileBytes</name>
    <message>
        <source>%1 cannot be opened.</source>
        <translation>无法打开 %1。</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>没有文件 %1。</translation>
    </message>
    <message>
        <source>%1 is too large to be a file of spectra.</source>
        <translation>%1 太大，不可能是光谱文件。</translation>
    </message>
    <message>
        <source>%1 cannot be read to its end.</source>
        <translation>%1 无法完整读取。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be read.</source>
        <translation>无法读取文件夹 %1。</translation>
    </message>
    <message>
        <source>%1 is a folder, not a file.</source>
        <translation>%1 是文件夹，不是文件。</translation>
    </message>
    <message>
        <source>%1 is a pipe, socket or device, not a file.</source>
        <translation>%1 是管道、套接字或设备，不是文件。</translation>
    </message>
    <message>
        <source>The name of %1 is not UTF-8: rename the file.</source>
        <translation>%1 的文件名不是 UTF-8 编码：请重命名该文件。</translation>
    </message>
    <message>
        <source>%1 is a link that leads nowhere.</source>
        <translation>%1 是失效的链接。</translation>
    </message>
</context>
<context>
    <name>FitsFile</name>
    <message>
        <source>%1 is damaged: its data cannot be read.</source>
        <translation>%1 已损坏：无法读取其中的数据。</translation>
    </message>
</context>
<context>
    <name>FitsInMemory</name>
    <message>
        <source>The FITS file could not be composed.</source>
        <translation>无法生成 FITS 文件。</translation>
    </message>
</context>
<context>
    <name>FolderTarget</name>
    <message>
        <source>There is no folder %1: is it mounted?</source>
        <translation>没有文件夹 %1：是否已挂载？</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
    <message>
        <source>%1 did not arrive as it was sent.</source>
        <translation>%1 送达后与发送时不一致。</translation>
    </message>
    <message>
        <source>%1 cannot be removed.</source>
        <translation>无法删除 %1。</translation>
    </message>
    <message>
        <source>%1 is neither a folder nor an http or https address.</source>
        <translation>%1 既不是文件夹，也不是 http 或 https 地址。</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>无法读取 %1。</translation>
    </message>
</context>
<context>
    <name>ForeignFile</name>
    <message>
        <source>%1 is an archive: unpack it and open the folder.</source>
        <translation>%1 是归档文件：请先解包，再打开文件夹。</translation>
    </message>
    <message>
        <source>%1 is compressed, but not with gzip: unpack it first.</source>
        <translation>%1 已压缩，但不是 gzip 格式：请先解压。</translation>
    </message>
    <message>
        <source>%1 is a picture or a document, not a spectrum.</source>
        <translation>%1 是图片或文档，不是光谱。</translation>
    </message>
    <message>
        <source>%1 is an HDF5, netCDF or ASDF file, which SpecDesk does not read: save the spectrum as FITS or CSV.</source>
        <translation>%1 是 HDF5、netCDF 或 ASDF 文件，SpecDesk 无法读取：请将光谱另存为 FITS 或 CSV。</translation>
    </message>
    <message>
        <source>%1 is a VOTable, which SpecDesk does not read: save it as FITS or CSV, for instance with TOPCAT.</source>
        <translation>%1 是 VOTable，SpecDesk 无法读取：请另存为 FITS 或 CSV，例如使用 TOPCAT。</translation>
    </message>
    <message>
        <source>%1 is a web page, perhaps an error message of the server it was fetched from.</source>
        <translation>%1 是网页，可能是下载时服务器返回的错误信息。</translation>
    </message>
    <message>
        <source>%1 is XML, not a spectrum.</source>
        <translation>%1 是 XML，不是光谱。</translation>
    </message>
    <message>
        <source>%1 holds images compressed tile by tile: unpack it with funpack first.</source>
        <translation>%1 中是分块压缩的图像：请先用 funpack 解压。</translation>
    </message>
    <message>
        <source>%1 holds redshifts and no spectra: open the file of spectra it was made from.</source>
        <translation>%1 中只有红移，没有光谱：请打开得出这些红移的光谱文件。</translation>
    </message>
    <message>
        <source>%1 keeps its flux in arrays of variable length, which SpecDesk does not read: save it with columns of fixed length.</source>
        <translation>%1 以变长数组存放流量，SpecDesk 无法读取：请另存为定长的列。</translation>
    </message>
    <message>
        <source>%1 is a data cube: extract the spectra of its objects first.</source>
        <translation>%1 是数据立方：请先提取其中天体的光谱。</translation>
    </message>
    <message>
        <source>%1 takes its wavelengths from a look-up table (WAVE-TAB), which SpecDesk does not read: save it with a column of wavelengths.</source>
        <translation>%1 的波长取自查找表（WAVE-TAB），SpecDesk 无法读取：请另存为含波长列的文件。</translation>
    </message>
    <message>
        <source>%1 is an image of the sky or of a detector: extract its spectra first.</source>
        <translation>%1 是天空或探测器的图像：请先提取光谱。</translation>
    </message>
    <message>
        <source>%1 does not say at which wavelengths its pixels lie.</source>
        <translation>%1 没有说明各像元的波长。</translation>
    </message>
    <message>
        <source>%1 is a table without columns of wavelength and flux, perhaps a catalogue.</source>
        <translation>%1 是没有波长列和流量列的表，可能是星表。</translation>
    </message>
    <message>
        <source>%1 is a FITS file, but holds no spectrum that SpecDesk knows.</source>
        <translation>%1 是 FITS 文件，但其中没有 SpecDesk 认识的光谱。</translation>
    </message>
    <message>
        <source>%1 is a DESI frame or lacks its table FIBERMAP: open a coadd or spectra file.</source>
        <translation>%1 是 DESI 的单次曝光文件，或缺少 FIBERMAP 表：请打开 coadd 或 spectra 文件。</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
    <message>
        <source>There is nothing to take %1 of.</source>
        <translation>没有内容可供拍摄 %1。</translation>
    </message>
    <message>
        <source>What %1 is to show did not arrive.</source>
        <translation>%1 要显示的内容未能就绪。</translation>
    </message>
    <message>
        <source>No blue arm.</source>
        <translation>没有蓝臂。</translation>
    </message>
    <message>
        <source>Sky lines left in.</source>
        <translation>天光发射线未扣除干净。</translation>
    </message>
</context>
<context>
    <name>Gunzip</name>
    <message>
        <source>%1 is damaged or cut off: its compressed contents do not add up.</source>
        <translation>%1 已损坏或不完整：压缩内容校验不符。</translation>
    </message>
    <message>
        <source>There is not enough memory to read a file.</source>
        <translation>内存不足，无法读取文件。</translation>
    </message>
    <message>
        <source>%1 unpacks to far more than a spectrum can be.</source>
        <translation>%1 解压后的大小远超光谱应有的大小。</translation>
    </message>
</context>
<context>
    <name>GzipPacker</name>
    <message>
        <source>A file could not be compressed.</source>
        <translation>有文件无法压缩。</translation>
    </message>
</context>
<context>
    <name>Gzipped</name>
    <message>
        <source>There is not enough memory to compress a file.</source>
        <translation>内存不足，无法压缩文件。</translation>
    </message>
</context>
<context>
    <name>Hdu</name>
    <message>
        <source>%1 is not a FITS file.</source>
        <translation>%1 不是 FITS 文件。</translation>
    </message>
    <message>
        <source>%1 is cut off or damaged in its headers.</source>
        <translation>%1 的头信息不完整或已损坏。</translation>
    </message>
    <message>
        <source>%1 is damaged: a header in it makes no sense.</source>
        <translation>%1 已损坏：其中有一个头信息没有意义。</translation>
    </message>
    <message>
        <source>%1 is cut off: it announces more data than it holds.</source>
        <translation>%1 不完整：声明的数据多于实际所含。</translation>
    </message>
    <message>
        <source>%1 has too many parts to be a file of spectra.</source>
        <translation>%1 所含的部分太多，不可能是光谱文件。</translation>
    </message>
</context>
<context>
    <name>HeaderModel</name>
    <message>
        <source>Keyword</source>
        <translation>关键字</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
</context>
<context>
    <name>HeaderPanel</name>
    <message>
        <source>Search the header</source>
        <translation>搜索头信息</translation>
    </message>
    <message>
        <source>FITS header</source>
        <translation>FITS 头信息</translation>
    </message>
</context>
<context>
    <name>HeaderRules</name>
    <message>
        <source>The rules for released headers make no sense: %1.</source>
        <translation>发布头信息的规则没有意义：%1。</translation>
    </message>
    <message>
        <source>they have no version</source>
        <translation>没有版本号</translation>
    </message>
    <message>
        <source>"%1" is no keyword</source>
        <translation>“%1”不是关键字</translation>
    </message>
    <message>
        <source>there is no field "%1"</source>
        <translation>没有字段“%1”</translation>
    </message>
</context>
<context>
    <name>HelpOverlay</name>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Find a key on any page</source>
        <translation>查找任意页面的按键</translation>
    </message>
    <message>
        <source>Type to find a key on any page</source>
        <translation>输入以查找任意页面的按键</translation>
    </message>
    <message>
        <source>Esc closes</source>
        <translation>Esc 关闭</translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation>鼠标</translation>
    </message>
    <message>
        <source>%1: keys and mouse</source>
        <translation>%1：按键和鼠标</translation>
    </message>
    <message>
        <source>Nothing is called that. Other words?</source>
        <translation>没有匹配的名称。换个词试试？</translation>
    </message>
</context>
<context>
    <name>Hint</name>
    <message>
        <source>%1 is %2, at most %3 is usual</source>
        <translation>%1 为 %2，通常不超过 %3</translation>
    </message>
    <message>
        <source>fluxes fit the magnitudes of fibres %1 away</source>
        <translation>流量与相隔 %1 根的光纤的星等相符</translation>
    </message>
    <message>
        <source>arms differ by %1 %</source>
        <translation>两臂相差 %1 %</translation>
    </message>
    <message>
        <source>no signal in the arm</source>
        <translation>此臂没有信号</translation>
    </message>
    <message>
        <source>red scatter %1 times the green</source>
        <translation>红区起伏为绿区的 %1 倍</translation>
    </message>
    <message>
        <source>%1 mag too bright</source>
        <translation>偏亮 %1 星等</translation>
    </message>
    <message>
        <source>sky lines stand out %1 times</source>
        <translation>天光发射线处的起伏为两侧的 %1 倍</translation>
    </message>
    <message>
        <source>%1 % of %2 spectra unknown, its spectrograph %3 %</source>
        <translation>%2 条光谱中 %1 % 类型未知，所在光谱仪为 %3 %</translation>
    </message>
    <message>
        <source>negative pixels %1 times the limit</source>
        <translation>负流量像元为限值的 %1 倍</translation>
    </message>
</context>
<context>
    <name>HintLimits</name>
    <message>
        <source>a limit needs a date, a name and a number</source>
        <translation>限值需要日期、名称和数值</translation>
    </message>
</context>
<context>
    <name>HintList</name>
    <message>
        <source>Machine's hints</source>
        <translation>机器提示</translation>
    </message>
    <message>
        <source>fibre %1</source>
        <translation>光纤 %1</translation>
    </message>
    <message>
        <source>fibres %1–%2</source>
        <translation>光纤 %1–%2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>limits: version %1</source>
        <translation>阈值：版本 %1</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>蓝端</translation>
    </message>
    <message>
        <source>red</source>
        <translation>红端</translation>
    </message>
</context>
<context>
    <name>Identifier</name>
    <message>
        <source>No line stands out: point at the feature and press a line's key first.</source>
        <translation>没有明显的谱线：请先指向谱线特征，再按谱线对应的键。</translation>
    </message>
    <message>
        <source>There is no answer %1.</source>
        <translation>没有第 %1 个结果。</translation>
    </message>
    <message>
        <source>The answers are still being searched.</source>
        <translation>仍在搜索结果。</translation>
    </message>
    <message>
        <source>A fit needs a class and a redshift to begin with.</source>
        <translation>拟合须先有类型和红移。</translation>
    </message>
</context>
<context>
    <name>ImageLayout</name>
    <message>
        <source>%1 is an image of %2 rows and does not say that each of them is a spectrum.</source>
        <translation>%1 是一幅 %2 行的图像，且未说明每一行是一条光谱。</translation>
    </message>
    <message>
        <source>%1 has no wavelengths: IRAF's dispersion of its apertures is missing or of a kind that is not known.</source>
        <translation>%1 没有波长：缺少 IRAF 的孔径色散信息，或其类型无法识别。</translation>
    </message>
</context>
<context>
    <name>IngestCommand</name>
    <message>
        <source>The report as one JSON object.</source>
        <translation>以一个 JSON 对象输出报告。</translation>
    </message>
    <message>
        <source>No progress.</source>
        <translation>不显示进度。</translation>
    </message>
    <message>
        <source>Refused: %1: %2</source>
        <translation>拒收：%1：%2</translation>
    </message>
    <message>
        <source>Read spectra into the database and queue those that need an eye.</source>
        <translation>将光谱读入数据库，并把需要目视检查的排入队列。</translation>
    </message>
    <message>
        <source>There is no spectrum to ingest: name files or folders.</source>
        <translation>没有可入库的光谱：请指定文件或文件夹。</translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n spectra added</source>
        <translation>
            <numerusform>新增光谱 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files refused</source>
        <translation>
            <numerusform>拒收文件 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, %3 updated, %4 already there; %5; %6 s.</source>
        <translation>%1：%2，更新 %3 条，已有 %4 条；%5；用时 %6 秒。</translation>
    </message>
    <message>
        <source>Reads the files, folders and URLs named, stores plates, targets, objects, spectra and exposures, and
queues what the rules say needs an eye. Running it again adds nothing twice. Every file refused is
named with its reason; the exit status is 65 if there was any. If no file could be read it tells why:
66 not there, 69 out of reach, 65 no spectrum.</source>
        <translation>读取所列的文件、文件夹和 URL，存入观测板、目标、天体、光谱和曝光，并按规则把需要
目视检查的光谱排入队列。重复运行不会重复入库。每个被拒收的文件都会列出并说明原因；
只要有文件被拒收，退出状态即为 65。若没有一个文件能读取，退出状态说明原因：
66 不存在，69 无法连接，65 没有光谱。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n files</source>
        <translation>
            <numerusform>%1 / %n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>The ingest was stopped after %1 of %2 files, which are stored; it goes on when it is started again.</source>
        <translation>入库已停止：%2 个文件中的 %1 个已保存；再次启动时会继续。</translation>
    </message>
</context>
<context>
    <name>InspectController</name>
    <message>
        <source>%1 Verdicts wait here and are sent when it is back.</source>
        <translation>%1判定会保留在本机，待服务器恢复后再发送。</translation>
    </message>
    <message>
        <source>The server is back.</source>
        <translation>服务器已恢复。</translation>
    </message>
    <message>
        <source>This is the last one of the list.</source>
        <translation>这是列表中的最后一条。</translation>
    </message>
    <message>
        <source>This is the first one of the list.</source>
        <translation>这是列表中的第一条。</translation>
    </message>
    <message>
        <source>That was the last one that needs an eye. Well done.</source>
        <translation>需要目视检查的光谱已全部完成，辛苦了。</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的操作。</translation>
    </message>
    <message>
        <source>Taken back: %1.</source>
        <translation>已撤回：%1。</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>没有可重做的操作。</translation>
    </message>
    <message>
        <source>The verdict on %1 was not stored. %2</source>
        <translation>%1 的判定未能保存。%2</translation>
    </message>
    <message numerus="yes">
        <source>This list has no more; %n outside its filter need an eye.</source>
        <translation>
            <numerusform>此列表已无待检光谱；筛选之外还有 %n 条需要目视检查。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stored again: %1.</source>
        <translation>已重新保存：%1。</translation>
    </message>
    <message>
        <source>%1 Verdicts go to the server only; closing this window while it is away loses them.</source>
        <translation>%1 判定只发送到服务器；在服务器断开期间关闭此窗口，判定将会丢失。</translation>
    </message>
    <message>
        <source>This list is empty.</source>
        <translation>此列表为空。</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>The verdict on %1 was not taken back. %2</source>
        <translation>%1 的判定未能撤回。%2</translation>
    </message>
    <message numerus="yes">
        <source>%n verdicts were not taken back. %1</source>
        <translation>
            <numerusform>%n 条判定未能撤回。%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n verdicts were not stored. %1</source>
        <translation>
            <numerusform>%n 条判定未能保存。%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InspectPage</name>
    <message>
        <source>Accept and go on</source>
        <translation>接受并继续</translation>
    </message>
    <message>
        <source>Grade %1 and go on</source>
        <translation>评为 %1 级并继续</translation>
    </message>
    <message>
        <source>A star: grade 4 and go on</source>
        <translation>恒星：评为 4 级并继续</translation>
    </message>
    <message>
        <source>Choose grade %1, stay here</source>
        <translation>选 %1 级，停在此处</translation>
    </message>
    <message>
        <source>Class %1</source>
        <translation>类型 %1</translation>
    </message>
    <message>
        <source>Type a subclass</source>
        <translation>输入子类</translation>
    </message>
    <message>
        <source>Give a reason: then its letter</source>
        <translation>给出原因：再按其字母</translation>
    </message>
    <message>
        <source>Bad reduction</source>
        <translation>数据处理不良</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Back to the pipeline's answer</source>
        <translation>恢复流水线的结果</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Type z</source>
        <translation>输入 z</translation>
    </message>
    <message>
        <source>z up, coarse</source>
        <translation>z 增大，粗调</translation>
    </message>
    <message>
        <source>z down, coarse</source>
        <translation>z 减小，粗调</translation>
    </message>
    <message>
        <source>z up, fine</source>
        <translation>z 增大，细调</translation>
    </message>
    <message>
        <source>z down, fine</source>
        <translation>z 减小，细调</translation>
    </message>
    <message>
        <source>Choose the line at the cursor</source>
        <translation>选择光标处的谱线</translation>
    </message>
    <message>
        <source>The pipeline's z</source>
        <translation>流水线的 z</translation>
    </message>
    <message>
        <source>Whole spectrum</source>
        <translation>整条光谱</translation>
    </message>
    <message>
        <source>Closer</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Farther</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>To the blue</source>
        <translation>移向蓝端</translation>
    </message>
    <message>
        <source>To the red</source>
        <translation>移向红端</translation>
    </message>
    <message>
        <source>Look at the nearest line</source>
        <translation>查看最近的谱线</translation>
    </message>
    <message>
        <source>Smooth more</source>
        <translation>增强平滑</translation>
    </message>
    <message>
        <source>Smooth less</source>
        <translation>减弱平滑</translation>
    </message>
    <message>
        <source>Emission lines on or off</source>
        <translation>显示或隐藏发射线</translation>
    </message>
    <message>
        <source>Emission</source>
        <translation>发射线</translation>
    </message>
    <message>
        <source>Absorption lines on or off</source>
        <translation>显示或隐藏吸收线</translation>
    </message>
    <message>
        <source>Absorption</source>
        <translation>吸收线</translation>
    </message>
    <message>
        <source>Errors on or off</source>
        <translation>显示或隐藏误差</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>Sky on or off</source>
        <translation>显示或隐藏天光</translation>
    </message>
    <message>
        <source>Sky</source>
        <translation>天光</translation>
    </message>
    <message>
        <source>Single exposures on or off</source>
        <translation>显示或隐藏单次曝光</translation>
    </message>
    <message>
        <source>Exposures</source>
        <translation>曝光</translation>
    </message>
    <message>
        <source>All lines on or off</source>
        <translation>显示或隐藏全部谱线</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一条</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一条</translation>
    </message>
    <message>
        <source>Next that needs an eye</source>
        <translation>下一条待检查</translation>
    </message>
    <message>
        <source>Previous that needs an eye</source>
        <translation>上一条待检查</translation>
    </message>
    <message>
        <source>First</source>
        <translation>第一条</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最后一条</translation>
    </message>
    <message>
        <source>Jump to a number</source>
        <translation>跳到某一序号</translation>
    </message>
    <message>
        <source>Search the list</source>
        <translation>搜索列表</translation>
    </message>
    <message>
        <source>All, needs an eye, done</source>
        <translation>全部、待检查、已完成</translation>
    </message>
    <message>
        <source>Show or hide the list</source>
        <translation>显示或隐藏列表</translation>
    </message>
    <message>
        <source>Show or hide the header</source>
        <translation>显示或隐藏头信息</translation>
    </message>
    <message>
        <source>Back to the spectrum</source>
        <translation>回到光谱</translation>
    </message>
    <message>
        <source>Nothing to inspect yet.</source>
        <translation>尚无可检查的光谱。</translation>
    </message>
    <message>
        <source>This grade needs a redshift: give one, or grade 0.</source>
        <translation>此评级需要红移：请给出红移，或评为 0 级。</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Grade 2 needs a reason: press its letter.</source>
        <translation>2 级需要原因：请按相应的字母。</translation>
    </message>
    <message>
        <source>Which reason? Press its letter.</source>
        <translation>什么原因？请按相应的字母。</translation>
    </message>
    <message>
        <source>Point at the feature first, then press the line's key.</source>
        <translation>请先指向谱线特征，再按该谱线的键。</translation>
    </message>
    <message>
        <source>Point at a feature of the spectrum first.</source>
        <translation>请先指向光谱中的一个特征。</translation>
    </message>
    <message>
        <source>Point at a line first.</source>
        <translation>请先指向一条谱线。</translation>
    </message>
    <message>
        <source>%1, heliocentric</source>
        <translation>%1，日心</translation>
    </message>
    <message>
        <source>%1, not heliocentric</source>
        <translation>%1，非日心</translation>
    </message>
    <message>
        <source>Template on or off</source>
        <translation>显示或隐藏模板</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>SpecDesk's next answer</source>
        <translation>SpecDesk 的下一个结果</translation>
    </message>
    <message>
        <source>SpecDesk's answer before</source>
        <translation>SpecDesk 的上一个结果</translation>
    </message>
    <message>
        <source>SpecDesk's answer %1</source>
        <translation>SpecDesk 的结果 %1</translation>
    </message>
    <message>
        <source>Fit z to the lines</source>
        <translation>用谱线拟合 z</translation>
    </message>
    <message>
        <source>Read the feature as the next line</source>
        <translation>将谱线特征认作下一条谱线</translation>
    </message>
    <message>
        <source>Residual on or off</source>
        <translation>显示或隐藏残差</translation>
    </message>
    <message>
        <source>χ² and line close-ups on or off</source>
        <translation>显示或隐藏 χ² 和谱线特写</translation>
    </message>
    <message>
        <source>Next line list</source>
        <translation>下一个谱线表</translation>
    </message>
    <message>
        <source>Next exposure or arm</source>
        <translation>下一次曝光或下一臂</translation>
    </message>
    <message>
        <source>The line list that is shown has no line for this key.</source>
        <translation>当前显示的谱线表中没有此键对应的谱线。</translation>
    </message>
    <message>
        <source>Equivalent width (absorption positive) and flux between the marks against a straight continuum; errors are 1 σ</source>
        <translation>两标记之间相对于直线连续谱的等值宽度（吸收为正）和流量；误差为 1 σ</translation>
    </message>
    <message>
        <source>Shown: %1</source>
        <translation>显示：%1</translation>
    </message>
    <message>
        <source>There is no other line list. Put one into the folder lines of SpecDesk's settings.</source>
        <translation>没有其他谱线表。请将谱线表放入 SpecDesk 设置文件夹下的 lines 文件夹。</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>wheel</source>
        <translation>滚轮</translation>
    </message>
    <message>
        <source>Closer or farther about the pointer</source>
        <translation>以指针处为中心放大或缩小</translation>
    </message>
    <message>
        <source>Shift + wheel</source>
        <translation>Shift + 滚轮</translation>
    </message>
    <message>
        <source>To the blue or red</source>
        <translation>移向蓝端或红端</translation>
    </message>
    <message>
        <source>Ctrl + wheel</source>
        <translation>Ctrl + 滚轮</translation>
    </message>
    <message>
        <source>z, coarse; with Shift fine</source>
        <translation>z 粗调；按住 Shift 细调</translation>
    </message>
    <message>
        <source>drag</source>
        <translation>拖动</translation>
    </message>
    <message>
        <source>Move the view</source>
        <translation>移动视图</translation>
    </message>
    <message>
        <source>drag a line mark</source>
        <translation>拖动谱线标记</translation>
    </message>
    <message>
        <source>Move z</source>
        <translation>移动 z</translation>
    </message>
    <message>
        <source>Ctrl + drag over a line</source>
        <translation>Ctrl + 在谱线上拖动</translation>
    </message>
    <message>
        <source>Measure it</source>
        <translation>测量该谱线</translation>
    </message>
    <message>
        <source>right drag</source>
        <translation>右键拖动</translation>
    </message>
    <message>
        <source>Show the range drawn</source>
        <translation>显示所画的范围</translation>
    </message>
    <message>
        <source>right click</source>
        <translation>右键点击</translation>
    </message>
    <message>
        <source>Which line is this?</source>
        <translation>这是哪条谱线？</translation>
    </message>
    <message>
        <source>double click</source>
        <translation>双击</translation>
    </message>
    <message>
        <source>Choose a task</source>
        <translation>选择任务</translation>
    </message>
    <message>
        <source>Spectrum</source>
        <translation>光谱</translation>
    </message>
    <message>
        <source>EW %1 ± %2 Å   rest %3</source>
        <translation>等值宽度 %1 ± %2 Å   静止系 %3</translation>
    </message>
    <message>
        <source>no EW: the continuum is not above zero</source>
        <translation>无等值宽度：连续谱不高于零</translation>
    </message>
    <message>
        <source>%1   flux %2 ± %3   %4 σ   at %5 Å</source>
        <translation>%1   流量 %2 ± %3   %4 σ   位于 %5 Å</translation>
    </message>
    <message>
        <source>As you left it, not stored yet.</source>
        <translation>这是您上次留下的内容，尚未保存。</translation>
    </message>
    <message>
        <source>%1, heliocentric (assumed)</source>
        <translation>%1，日心（假定）</translation>
    </message>
</context>
<context>
    <name>IntegrateCommand</name>
    <message>
        <source>Build nothing; tell what would become of this spectrum, rule by rule.</source>
        <translation>不构建；逐条规则说明此光谱会如何处理。</translation>
    </message>
    <message>
        <source>Build even when nothing has changed, and forget an interrupted build.</source>
        <translation>即使没有变化也重新构建，并放弃中断的构建。</translation>
    </message>
    <message>
        <source>Connections that work at once (default: one for each core, at most 8).</source>
        <translation>同时工作的连接数（默认：每个核心一个，最多 8 个）。</translation>
    </message>
    <message>
        <source>No progress.</source>
        <translation>不显示进度。</translation>
    </message>
    <message>
        <source>Nothing has changed since %1 was built at %2 UTC.</source>
        <translation>自 %1 于 %2 UTC 构建以来没有变化。</translation>
    </message>
    <message>
        <source>Kept back:</source>
        <translation>未发布：</translation>
    </message>
    <message>
        <source>%1 is no obsid.</source>
        <translation>%1 不是 obsid。</translation>
    </message>
    <message>
        <source>--jobs takes a number from 1 to 64.</source>
        <translation>--jobs 后应为 1 至 64 的数。</translation>
    </message>
    <message>
        <source>Build the catalogues of a release.</source>
        <translation>构建一个发布的星表。</translation>
    </message>
    <message>
        <source>Decides by rules which spectra go into a release and fills its product database: general catalogue,
AFGK stars, plates and, in formal releases, line indices of A stars and bands of M stars.
It may be killed and started again; the old release stays until the new one is whole. Two at once are
refused (exit status 69). Stars whose files cannot be read are named (exit status 65).</source>
        <translation>按规则决定哪些光谱进入发布，并填写其产品数据库：总表、
AFGK 型恒星、板，正式发布还有 A 型星线指数和 M 型星带指数。
随时可被终止后重新启动；新发布完整之前旧发布保持不变。同时运行两个会被
拒绝（退出状态 69）。读不出文件的恒星会被列出（退出状态 65）。</translation>
    </message>
    <message>
        <source>What happens as one JSON object a line; the last one is the report.</source>
        <translation>每行一个 JSON 对象，输出所发生的事；最后一个是报告。</translation>
    </message>
    <message>
        <source>There is no release “%1”.</source>
        <translation>没有名为“%1”的发布。</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of %n spectra are released; %3 s.</source>
        <translation>
            <numerusform>%1：%n 条光谱中有 %2 条发布；用时 %3 秒。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n values have no room in their columns and are left out.</source>
        <translation>
            <numerusform>%n 个数值超出列的范围，已略去。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stars could not be measured:</source>
        <translation>
            <numerusform>%n 颗恒星无法测量：</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n parts</source>
        <translation>
            <numerusform>%1 / %n 部分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more; --json names all.</source>
        <translation>
            <numerusform>……另有 %n 颗；--json 列出全部。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LamostMrs</name>
    <message>
        <source>%1 has neither a blue nor a red spectrum.</source>
        <translation>%1 中既没有蓝端光谱，也没有红端光谱。</translation>
    </message>
</context>
<context>
    <name>LamostWriter</name>
    <message>
        <source>Only LAMOST's low-resolution layouts can be written.</source>
        <translation>只能写出 LAMOST 低分辨率光谱的文件格式。</translation>
    </message>
</context>
<context>
    <name>LineFit</name>
    <message>
        <source>The spectrum covers no line of class %1 at this redshift.</source>
        <translation>在此红移处，光谱未覆盖类型 %1 的任何谱线。</translation>
    </message>
    <message>
        <source>The lines lead away from this redshift.</source>
        <translation>谱线拟合偏离了此红移。</translation>
    </message>
    <message>
        <source>None of the expected lines stands out here.</source>
        <translation>此处没有一条应有的谱线是明显的。</translation>
    </message>
</context>
<context>
    <name>LineFolder</name>
    <message>
        <source>%1 is not read: %2</source>
        <translation>%1 未读：%2</translation>
    </message>
</context>
<context>
    <name>LineList</name>
    <message>
        <source>name and label must not be empty</source>
        <translation>名称和标签不能为空</translation>
    </message>
    <message>
        <source>"%1" is not a wavelength in Å</source>
        <translation>“%1”不是以 Å 为单位的波长</translation>
    </message>
    <message>
        <source>"%1" is none of E, A, B</source>
        <translation>“%1”不是 E、A、B 之一</translation>
    </message>
    <message>
        <source>"%1" is not an importance</source>
        <translation>“%1”不是有效的重要度</translation>
    </message>
    <message>
        <source>"%1" is not one key</source>
        <translation>“%1”不是单个按键</translation>
    </message>
    <message>
        <source>key %1 is taken</source>
        <translation>按键 %1 已被占用</translation>
    </message>
    <message>
        <source>"%1" is none of line, band, telluric, join</source>
        <translation>“%1”不是 line、band、telluric、join 之一</translation>
    </message>
    <message>
        <source>"%1" to "%2" is no range in Å</source>
        <translation>“%1”至“%2”不是以 Å 为单位的波长范围</translation>
    </message>
    <message>
        <source>Line %1 of the list: %2.</source>
        <translation>谱线表第 %1 行：%2。</translation>
    </message>
    <message>
        <source>it must say "# version: …"</source>
        <translation>必须写明“# version: …”</translation>
    </message>
    <message>
        <source>the version is empty</source>
        <translation>版本号为空</translation>
    </message>
    <message>
        <source>%1 fields instead of %2</source>
        <translation>字段数为 %1，应为 %2</translation>
    </message>
</context>
<context>
    <name>LinePicker</name>
    <message>
        <source>Which line is this?</source>
        <translation>这是哪条谱线？</translation>
    </message>
</context>
<context>
    <name>LineStrength</name>
    <message>
        <source>Drag over at least two pixels of the line.</source>
        <translation>请在谱线上拖选至少两个像元。</translation>
    </message>
    <message>
        <source>A pixel of this line is missing or masked.</source>
        <translation>此谱线有像元缺失或已掩蔽。</translation>
    </message>
    <message>
        <source>There is no continuum on one side of this line.</source>
        <translation>此谱线的一侧没有连续谱。</translation>
    </message>
</context>
<context>
    <name>LineZooms</name>
    <message>
        <source>The lines that must be there: a click looks at one in the spectrum</source>
        <translation>应当出现的谱线：点击可在光谱中查看</translation>
    </message>
    <message>
        <source>A class and a redshift name the lines that must be here.</source>
        <translation>有了类型和红移，此处才会列出应当出现的谱线。</translation>
    </message>
    <message>
        <source>The spectrum covers none of the lines that must be here.</source>
        <translation>光谱未覆盖任何应当出现的谱线。</translation>
    </message>
</context>
<context>
    <name>ListCommand</name>
    <message>
        <source>One JSON object a line instead of a table.</source>
        <translation>每行输出一个 JSON 对象，而不是表格。</translation>
    </message>
    <message>
        <source>List the spectra of files and folders, or of the database.</source>
        <translation>列出文件、文件夹或数据库中的光谱。</translation>
    </message>
    <message>
        <source>There is no spectrum to list.</source>
        <translation>没有可列出的光谱。</translation>
    </message>
    <message>
        <source>Lists every spectrum of the files, folders and URLs named, or of the database when none is named:
file, index in the file, obsid, layout, class, subclass, z, S/N, position, pixels and vacuum
wavelength range (Å). A file that cannot be read is reported and the rest goes on; the exit status is
then 65. If nothing could be read it tells why: 66 not there, 69 out of reach, 65 no spectrum.</source>
        <translation>列出所指定的文件、文件夹和 URL 中的每条光谱；若未指定，则列出数据库中的光谱：
文件、文件内序号、obsid、格式、类型、子类、z、信噪比、坐标、像元数和真空波长范围（Å）。
无法读取的文件会报告出来，其余照常进行，退出状态为 65。若全都无法读取，退出状态说明原因：
66 不存在，69 无法连接，65 没有光谱。</translation>
    </message>
</context>
<context>
    <name>LoadCommand</name>
    <message>
        <source>The pipeline version whose spectra were measured; needed where there are several.</source>
        <translation>其光谱被测量的处理版本；有多个版本时必须给出。</translation>
    </message>
    <message>
        <source>Name the pipeline version with --pipeline; there are: %1.</source>
        <translation>请用 --pipeline 给出处理版本；现有：%1。</translation>
    </message>
    <message>
        <source>Load stellar parameters and results of the galaxy and QSO modules.</source>
        <translation>装载恒星参数以及星系、类星体模块的结果。</translation>
    </message>
    <message>
        <source>Loads FITS tables or CSV files with a column obsid. KIND is one of %1:
parameters with columns teff, logg, feh (and …_err, rv, alpha_m, chi2), modules with class, z, confidence
(and subclass, z_err). A file is loaded whole or not at all; loading it again replaces its rows.</source>
        <translation>装载含 obsid 列的 FITS 表或 CSV 文件。KIND 为 %1 之一：
parameters 含列 teff、logg、feh（及 …_err、rv、alpha_m、chi2），modules 含 class、z、confidence
（及 subclass、z_err）。一个文件要么全部装载，要么完全不装载；再次装载会替换其行。</translation>
    </message>
    <message>
        <source>Name a kind of results and a file.</source>
        <translation>请给出结果的种类和文件。</translation>
    </message>
    <message>
        <source>“%1” is no kind of results; these are: %2.</source>
        <translation>“%1”不是结果的种类；可用：%2。</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n rows.</source>
        <translation>
            <numerusform>%1：%n 行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n results belong to spectra that were not ingested.</source>
        <translation>
            <numerusform>%n 条结果所属的光谱尚未入库。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogCommand</name>
    <message>
        <source>Enter the plates of all ingested spectra that the log does not have yet.</source>
        <translation>录入所有已入库光谱中日志尚未记载的板。</translation>
    </message>
    <message>
        <source>Show only plates that nobody has confirmed.</source>
        <translation>只显示尚无人确认的板。</translation>
    </message>
    <message>
        <source>Show evenings from this one on.</source>
        <translation>显示该晚及以后。</translation>
    </message>
    <message>
        <source>Show evenings up to this one.</source>
        <translation>显示到该晚为止。</translation>
    </message>
    <message>
        <source>Confirm what the log says of this plate; needs --night.</source>
        <translation>确认日志对该板的记载；需要 --night。</translation>
    </message>
    <message>
        <source>Evening of the plate to confirm.</source>
        <translation>待确认的板的观测夜。</translation>
    </message>
    <message>
        <source>With --confirm: a science observation (yes) or a test (no).</source>
        <translation>与 --confirm 合用：科学观测（yes）或测试（no）。</translation>
    </message>
    <message>
        <source>With --confirm: whether its data may go out.</source>
        <translation>与 --confirm 合用：其数据可否放行。</translation>
    </message>
    <message>
        <source>With --confirm: a remark.</source>
        <translation>与 --confirm 合用：备注。</translation>
    </message>
    <message>
        <source>One JSON object a line.</source>
        <translation>每行一个 JSON 对象。</translation>
    </message>
    <message>
        <source>--%1 takes yes or no.</source>
        <translation>--%1 后应为 yes 或 no。</translation>
    </message>
    <message>
        <source>The observation log has no plate %1 in the night %2.</source>
        <translation>观测日志在 %2 夜没有 %1 板。</translation>
    </message>
    <message>
        <source>Enter, show and confirm the observation log.</source>
        <translation>录入、显示和确认观测日志。</translation>
    </message>
    <message>
        <source>Enters what the files or the headers of ingested spectra say of each plate: science or test, valid or
not, moon, seeing, comment. What a person confirmed is not changed by a file. Without files and
--headers it shows the log. Invalid and test plates never go into a release, unconfirmed ones into no
formal one.</source>
        <translation>录入文件或已入库光谱的文件头对每块板的记载：科学或测试、有效与否、
月相、视宁度、备注。人工确认过的内容不会被文件更改。不给文件和 --headers 时
显示日志。无效板和测试板绝不进入发布，未确认的板不进入正式
发布。</translation>
    </message>
    <message>
        <source>--confirm PLAN and --night belong together.</source>
        <translation>--confirm PLAN 必须与 --night 合用。</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n plates entered, %2 changed, %3 unchanged, %4 left as a person confirmed them.</source>
        <translation>
            <numerusform>%1：录入 %n 个观测板，更改 %2 个，未变 %3 个，%4 个保持人工确认的内容。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plates entered from headers.</source>
        <translation>
            <numerusform>由文件头录入 %n 个观测板。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LoginDialog</name>
    <message>
        <source>Remember the password in the keyring</source>
        <translation>把密码存入密钥环</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>SpecDesk: log in</source>
        <translation>SpecDesk：登录</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Type account and password.</source>
        <translation>请输入账号和密码。</translation>
    </message>
    <message numerus="yes">
        <source>%1 Next try in %n s.</source>
        <translation>
            <numerusform>%1 %n 秒后可再试。</numerusform>
        </translation>
    </message>
    <message>
        <source>The last passwords were wrong.</source>
        <translation>前几次输入的密码有误。</translation>
    </message>
    <message>
        <source>Logging in …</source>
        <translation>正在登录……</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Light or dark</source>
        <translation>浅色或深色</translation>
    </message>
    <message>
        <source>Light or dark as the desktop</source>
        <translation>浅色或深色随桌面设置</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation>关闭消息</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Open a folder …</source>
        <translation>打开文件夹…</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Open a folder of spectra</source>
        <translation>打开光谱文件夹</translation>
    </message>
    <message>
        <source>Log in …</source>
        <translation>登录…</translation>
    </message>
    <message>
        <source>Show all that a message is about</source>
        <translation>显示消息所指的全部内容</translation>
    </message>
</context>
<context>
    <name>MarkBar</name>
    <message>
        <source>Click a tile</source>
        <translation>点击小图</translation>
    </message>
    <message>
        <source>Subclass</source>
        <translation>子类</translation>
    </message>
    <message>
        <source>z</source>
        <translation>z</translation>
    </message>
    <message>
        <source>Subclass  %1</source>
        <translation>子类  %1</translation>
    </message>
    <message>
        <source>z  %1</source>
        <translation>z  %1</translation>
    </message>
    <message numerus="yes">
        <source>%n spectra</source>
        <translation>
            <numerusform>%n 条光谱</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Page done: accept %n</source>
        <translation>
            <numerusform>本页完成：接受 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>page %1 of %2 · %3 marked</source>
        <translation>第 %1 / %2 页 · 已标记 %3 条</translation>
    </message>
</context>
<context>
    <name>MemberCommand</name>
    <message>
        <source>inspector (unless another is named), rechecker, team2d, lead, release or admin.</source>
        <translation>inspector（未另行指定时）、rechecker、team2d、lead、release 或 admin。</translation>
    </message>
    <message>
        <source>The person's name.</source>
        <translation>姓名。</translation>
    </message>
    <message>
        <source>Where the person works.</source>
        <translation>所在单位。</translation>
    </message>
    <message>
        <source>From where the account may connect; % is everywhere.</source>
        <translation>账号可从何处连接；% 表示任何地方。</translation>
    </message>
    <message>
        <source>Let the account in without TLS too.</source>
        <translation>也允许账号不用 TLS 登录。</translation>
    </message>
    <message>
        <source>Read the password from the standard input; otherwise one is made up and printed.</source>
        <translation>从标准输入读取密码；否则自动生成并打印。</translation>
    </message>
    <message>
        <source>One JSON object a line instead of a table.</source>
        <translation>每行一个 JSON 对象，而不是表格。</translation>
    </message>
    <message>
        <source>Password: %1</source>
        <translation>密码：%1</translation>
    </message>
    <message>
        <source>“%1” is no role.</source>
        <translation>“%1”不是角色。</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>TLS only</source>
        <translation>仅限 TLS</translation>
    </message>
    <message>
        <source>Last login</source>
        <translation>上次登录</translation>
    </message>
    <message>
        <source>Wrong passwords</source>
        <translation>密码错误</translation>
    </message>
    <message>
        <source>This is not understood. Try: specdesk member --help</source>
        <translation>无法理解。请看：specdesk member --help</translation>
    </message>
    <message>
        <source>Make, change and list people's accounts.</source>
        <translation>创建、更改和列出人员账号。</translation>
    </message>
    <message>
        <source>[list | add NAME | rights NAME ROLE | lock NAME | unlock NAME | reset NAME | remove NAME]</source>
        <translation>[list | add NAME | rights NAME ROLE | lock NAME | unlock NAME | reset NAME | remove NAME]</translation>
    </message>
    <message>
        <source>Accounts are the database server's own. What a role may not do, the server refuses. Locking, new rights
and a new password end what the account has open; removing keeps its verdicts.</source>
        <translation>账号就是数据库服务器自己的账号。角色不可做的事由服务器拒绝。锁定、新权限
和新密码会断开该账号已打开的连接；删除账号会保留其判定。</translation>
    </message>
    <message>
        <source>%1 may log in now.</source>
        <translation>%1 现在可以登录。</translation>
    </message>
    <message>
        <source>%1 has a new password.</source>
        <translation>%1 已有新密码。</translation>
    </message>
    <message>
        <source>%1 has the role %2 now.</source>
        <translation>%1 现在的角色是 %2。</translation>
    </message>
    <message>
        <source>%1 is locked.</source>
        <translation>%1 已锁定。</translation>
    </message>
    <message>
        <source>%1 may log in again.</source>
        <translation>%1 可以重新登录。</translation>
    </message>
    <message>
        <source>%1 is removed; the verdicts stay.</source>
        <translation>%1 已移除；其判定保留。</translation>
    </message>
</context>
<context>
    <name>MembersController</name>
    <message>
        <source>This connection is encrypted: %1</source>
        <translation>此连接已加密：%1</translation>
    </message>
    <message>
        <source>There is no server.</source>
        <translation>没有服务器。</translation>
    </message>
    <message>
        <source>SpecDesk's own server on this machine: no network lies between.</source>
        <translation>本机上 SpecDesk 自带的服务器：中间不经过网络。</translation>
    </message>
    <message>
        <source>▲ This connection is not encrypted.</source>
        <translation>▲ 此连接未加密。</translation>
    </message>
</context>
<context>
    <name>MembersPage</name>
    <message>
        <source>inspector</source>
        <translation>检查员</translation>
    </message>
    <message>
        <source>rechecker</source>
        <translation>复核员</translation>
    </message>
    <message>
        <source>2D team</source>
        <translation>2D 组</translation>
    </message>
    <message>
        <source>lead</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>release</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>admin</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>✓ active</source>
        <translation>✓ 有效</translation>
    </message>
    <message>
        <source>✕ locked</source>
        <translation>✕ 已锁定</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>not required</source>
        <translation>不要求</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Last login, UTC</source>
        <translation>上次登录（UTC）</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>失败次数</translation>
    </message>
    <message>
        <source>First password</source>
        <translation>首个密码</translation>
    </message>
    <message>
        <source>Lock or unlock the account</source>
        <translation>锁定或解锁账号</translation>
    </message>
    <message>
        <source>Lock or unlock</source>
        <translation>锁定或解锁</translation>
    </message>
    <message>
        <source>Remove the account; its verdicts stay</source>
        <translation>删除账号；其判定保留</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Somebody new</source>
        <translation>新人员</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Nobody is chosen</source>
        <translation>未选择任何人</translation>
    </message>
    <message>
        <source>An account's name is a small letter and then at most 31 of a–z, 0–9, _ . -</source>
        <translation>账号名为一个小写字母，后接至多 31 个 a–z、0–9、_ . -</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Nobody is entered yet.</source>
        <translation>尚未录入任何人员。</translation>
    </message>
    <message>
        <source>Remove an account</source>
        <translation>删除账号</translation>
    </message>
    <message>
        <source>Remove the account %1? It can log in no more; its verdicts stay.</source>
        <translation>要删除账号 %1 吗？该账号将无法再登录；其判定保留。</translation>
    </message>
    <message>
        <source>required</source>
        <translation>强制</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>New password, then Enter</source>
        <translation>新密码，然后按 Enter</translation>
    </message>
    <message>
        <source>%1 was removed; add the account anew.</source>
        <translation>%1 已被移除；请重新添加该账户。</translation>
    </message>
    <message>
        <source>This is your own account: another administrator can do that.</source>
        <translation>这是您自己的账号：须由另一位管理员操作。</translation>
    </message>
    <message>
        <source>Lock an account</source>
        <translation>锁定账号</translation>
    </message>
    <message>
        <source>Lock the account %1? It can log in no more until it is unlocked.</source>
        <translation>要锁定账号 %1 吗？解锁之前该账号无法登录。</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>Show all %n</source>
        <translation>
            <numerusform>显示全部 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MigrateCommand</name>
    <message>
        <source>%1 is at version %2; all processing schemas are up to date.</source>
        <translation>%1 的版本为 %2；所有处理库均已是最新。</translation>
    </message>
    <message>
        <source>This account may not make roles, so that people's rights are as they were.</source>
        <translation>此账号不能创建角色，因此人员权限保持原样。</translation>
    </message>
    <message>
        <source>Create or upgrade the tables of the eye-check and processing schemas.</source>
        <translation>创建或升级目视检查库和处理库的各表。</translation>
    </message>
    <message>
        <source>Brings the eye-check schema and every processing schema that exists up to the version of this program;
integrate does it for the product schema of its release. An interrupted upgrade goes on where it
stopped; a newer database is left alone.</source>
        <translation>将目视检查库和现有的各处理库升级到本程序的版本；
产品库由 integrate 为其发布版本升级。中断的升级从停止处继续；
更新版本的数据库不作改动。</translation>
    </message>
</context>
<context>
    <name>NightFolder</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
    <message>
        <source>Simulation stopped.</source>
        <translation>模拟已停止。</translation>
    </message>
</context>
<context>
    <name>ObjectLine</name>
    <message>
        <source>S/N %1</source>
        <translation>信噪比 %1</translation>
    </message>
    <message>
        <source>sp %1 fibre %2</source>
        <translation>谱仪 %1 光纤 %2</translation>
    </message>
    <message>
        <source>target %1</source>
        <translation>目标 %1</translation>
    </message>
    <message>
        <source>obsid %1
%2</source>
        <translation>obsid %1
%2</translation>
    </message>
    <message>
        <source>smoothed %1 px</source>
        <translation>平滑 %1 像元</translation>
    </message>
    <message>
        <source>lines: %1</source>
        <translation>谱线：%1</translation>
    </message>
</context>
<context>
    <name>PackageCommand</name>
    <message>
        <source>The release to pack, e.g. dr6 or dr6_alpha.</source>
        <translation>要打包的发布，如 dr6 或 dr6_alpha。</translation>
    </message>
    <message>
        <source>The folder of the release; it is made when it is not there.</source>
        <translation>发布的文件夹；不存在时会创建。</translation>
    </message>
    <message>
        <source>Date of the release, which every header gets (default: headers keep theirs).</source>
        <translation>发布日期，写入每个文件头（默认：文件头保留自己的日期）。</translation>
    </message>
    <message>
        <source>tar.gz (default), zip or none.</source>
        <translation>tar.gz（默认）、zip 或 none。</translation>
    </message>
    <message>
        <source>One archive a plate (default) or a night.</source>
        <translation>每块板（默认）或每夜一个归档。</translation>
    </message>
    <message>
        <source>No pictures.</source>
        <translation>不要缩略图。</translation>
    </message>
    <message>
        <source>No catalogues.</source>
        <translation>不要星表。</translation>
    </message>
    <message>
        <source>Another table of header rules.</source>
        <translation>另一个文件头规则表。</translation>
    </message>
    <message>
        <source>Plates to pack at once (default: one for each core).</source>
        <translation>同时打包的板数（默认：每个核一块）。</translation>
    </message>
    <message>
        <source>What happens as one JSON object a line.</source>
        <translation>把进展写成每行一个 JSON 对象。</translation>
    </message>
    <message>
        <source>No progress.</source>
        <translation>不显示进度。</translation>
    </message>
    <message>
        <source>Name the release and the folder: specdesk package --release dr6 -o DIR</source>
        <translation>请给出发布和文件夹：specdesk package --release dr6 -o DIR</translation>
    </message>
    <message>
        <source>%1 is no date.</source>
        <translation>%1 不是日期。</translation>
    </message>
    <message>
        <source>%1 is no kind of archive: tar.gz, zip or none.</source>
        <translation>%1 不是归档种类：tar.gz、zip 或 none。</translation>
    </message>
    <message>
        <source>An archive is made for a plate or for a night.</source>
        <translation>归档按板或按夜生成。</translation>
    </message>
    <message>
        <source>%1 is in %2.</source>
        <translation>%1 在 %2 中。</translation>
    </message>
    <message>
        <source>Refused: %1: %2</source>
        <translation>拒收：%1：%2</translation>
    </message>
    <message>
        <source>… and %1 more.</source>
        <translation>……另有 %1 个。</translation>
    </message>
    <message>
        <source>Pack an integrated release: spectra, thumbnails, archives, catalogues.</source>
        <translation>打包已整合的发布：光谱、缩略图、归档、星表。</translation>
    </message>
    <message>
        <source>Writes every released spectrum with its header rewritten, its thumbnail, archives, catalogues,
statistics and a manifest with sizes and SHA-256. Run again it packs only what is new or changed;
stopped or killed, it goes on where it was. The exit status is 65 when a spectrum was refused.</source>
        <translation>写出每条发布的光谱（文件头已改写）、缩略图、归档、星表、
统计以及含大小和 SHA-256 的清单。再次运行只打包新的或改变了的；
被停止或终止后从原处继续。有光谱被拒收时退出状态为 65。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n spectra, %2 MB</source>
        <translation>
            <numerusform>%1 / %n 条光谱，%2 MB</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n spectra packed, %1 unchanged, %2 refused, %3 kept back; %4 s.</source>
        <translation>
            <numerusform>已打包 %n 条光谱，%1 条未变，%2 条被拒绝，%3 条暂缓；用时 %4 秒。</numerusform>
        </translation>
    </message>
    <message>
        <source>The release was built anew while it was packed; start the packing again.</source>
        <translation>打包期间该版本被重新构建；请重新开始打包。</translation>
    </message>
    <message>
        <source>No single files: spectra and thumbnails lie in one tar a plate, each with an index.</source>
        <translation>不写单个文件：每个观测板的光谱和缩略图放在一个 tar 中，并各附索引。</translation>
    </message>
    <message>
        <source>--archives-only makes tar files; leave --archives out.</source>
        <translation>--archives-only 生成 tar 文件；请勿再用 --archives。</translation>
    </message>
    <message>
        <source>Take away what is packed even when it is more than half of the nights.</source>
        <translation>即使超过半数的观测夜，也移除已打包的内容。</translation>
    </message>
</context>
<context>
    <name>Packaging</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
    <message>
        <source>Packing was stopped; it can be started again.</source>
        <translation>打包已停止；可以重新开始。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of the %n nights in %2 are not in the release any more. Is it the right one, and built? --force takes them away.</source>
        <translation>
            <numerusform>%2 中的 %n 个观测夜有 %1 个已不在该版本中。版本是否正确、是否已构建？--force 将其移除。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PageRail</name>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Subclass</source>
        <translation>子类</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>It goes out and did not.</source>
        <translation>此次发布，上次未发布。</translation>
    </message>
    <message>
        <source>Another class.</source>
        <translation>类型不同。</translation>
    </message>
    <message>
        <source>The same class, another subclass.</source>
        <translation>类型相同，子类不同。</translation>
    </message>
    <message>
        <source>The same class and subclass, another redshift.</source>
        <translation>类型和子类相同，红移不同。</translation>
    </message>
    <message>
        <source>The same answer from another pipeline version.</source>
        <translation>结果相同，但处理版本不同。</translation>
    </message>
    <message>
        <source>It went out and does not any more.</source>
        <translation>上次发布，此次不再发布。</translation>
    </message>
    <message>
        <source>not among these spectra any more</source>
        <translation>已不在这些光谱之中</translation>
    </message>
    <message>
        <source>There is no earlier release to compare with.</source>
        <translation>没有可供比较的先前发布。</translation>
    </message>
    <message>
        <source>Compared with %1 as it was built.</source>
        <translation>与 %1 的发布成品相比。</translation>
    </message>
    <message>
        <source>not known any more</source>
        <translation>已不再有记录</translation>
    </message>
    <message>
        <source>Gone: %1.</source>
        <translation>移出：%1。</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Spectra</source>
        <translation>光谱</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Night</source>
        <translation>观测夜</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>观测板</translation>
    </message>
    <message>
        <source>Chief reason</source>
        <translation>主要原因</translation>
    </message>
    <message>
        <source>Goes out</source>
        <translation>将发布</translation>
    </message>
    <message>
        <source>Kept back</source>
        <translation>不发布</translation>
    </message>
    <message>
        <source>obsid</source>
        <translation>obsid</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Fibre</source>
        <translation>光纤</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>缘由</translation>
    </message>
    <message>
        <source>What would go out</source>
        <translation>将会发布的内容</translation>
    </message>
    <message>
        <source>By plate</source>
        <translation>按观测板</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Kept back, and why</source>
        <translation>不发布及其原因</translation>
    </message>
    <message>
        <source>%1 of %2 spectra would go out</source>
        <translation>%2 条光谱中将会发布 %1 条</translation>
    </message>
    <message>
        <source>%1, by the rules as of %2 UTC; %3 s.</source>
        <translation>%1，按 %2 UTC 时的规则；用时 %3 秒。</translation>
    </message>
    <message>
        <source>Looking at the spectra: %1 of %2 (%3 %)</source>
        <translation>正在查看光谱：%1 / %2（%3 %）</translation>
    </message>
    <message>
        <source>Looking at the log, verdicts and problems …</source>
        <translation>正在查看日志、判定和问题…</translation>
    </message>
    <message>
        <source>Every difference</source>
        <translation>所有差异</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>全部 %1</translation>
    </message>
    <message>
        <source>Examples of each; a double click or %1 shows the spectrum.</source>
        <translation>各类示例；双击或按 %1 查看光谱。</translation>
    </message>
</context>
<context>
    <name>PlateFolder</name>
    <message>
        <source>The disk is full: %1 could not be written.</source>
        <translation>磁盘已满：无法写入 %1。</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
</context>
<context>
    <name>PlateLogController</name>
    <message numerus="yes">
        <source>%n plates confirmed.</source>
        <translation>
            <numerusform>已确认 %n 块观测板。</numerusform>
        </translation>
    </message>
    <message>
        <source>Confirming the log is for leads and release engineers; the server refused this account.</source>
        <translation>只有负责人和发布工程师可以确认日志；服务器拒绝了此账号的操作。</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>保存日志</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
</context>
<context>
    <name>PlateLogFile</name>
    <message>
        <source>%1, row %2: “%3” makes no sense as %4.</source>
        <translation>%1 第 %2 行：“%3”不是合理的 %4。</translation>
    </message>
    <message>
        <source>%1 has no column “%2”.</source>
        <translation>%1 没有“%2”列。</translation>
    </message>
</context>
<context>
    <name>PlateLogForm</name>
    <message>
        <source>Entered from headers.</source>
        <translation>由文件头录入。</translation>
    </message>
    <message>
        <source>Entered from a file.</source>
        <translation>由文件录入。</translation>
    </message>
    <message>
        <source>Entered by a person.</source>
        <translation>由人工录入。</translation>
    </message>
    <message>
        <source>days since new moon</source>
        <translation>新月后的天数</translation>
    </message>
    <message>
        <source>arcsec</source>
        <translation>角秒</translation>
    </message>
    <message>
        <source>clear, thin cloud …</source>
        <translation>晴、薄云…</translation>
    </message>
    <message>
        <source>Science</source>
        <translation>科学观测</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Not valid</source>
        <translation>无效</translation>
    </message>
    <message>
        <source>Moon</source>
        <translation>月相</translation>
    </message>
    <message>
        <source>Seeing</source>
        <translation>视宁度</translation>
    </message>
    <message>
        <source>Weather</source>
        <translation>天气</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>No plate is chosen</source>
        <translation>未选择观测板</translation>
    </message>
    <message numerus="yes">
        <source>%n plates</source>
        <translation>
            <numerusform>%n 块观测板</numerusform>
        </translation>
    </message>
    <message>
        <source>Seeing is a number of arcseconds from 0 to 60.</source>
        <translation>视宁度为 0 至 60 之间的角秒数。</translation>
    </message>
    <message>
        <source>The moon's phase is a number of days from 0 to %1.</source>
        <translation>月相为 0 到 %1 之间的天数。</translation>
    </message>
    <message>
        <source>%1 Nobody has confirmed it.</source>
        <translation>%1尚无人确认。</translation>
    </message>
    <message>
        <source>%1 Confirmed by %2, %3 UTC.</source>
        <translation>%1由 %2 确认，%3 UTC。</translation>
    </message>
    <message>
        <source>Comment (%1)</source>
        <translation>备注 (%1)</translation>
    </message>
</context>
<context>
    <name>PlateLogPage</name>
    <message>
        <source>? not said</source>
        <translation>? 未注明</translation>
    </message>
    <message>
        <source>science</source>
        <translation>科学观测</translation>
    </message>
    <message>
        <source>▲ test</source>
        <translation>▲ 测试</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>✕ not valid</source>
        <translation>✕ 无效</translation>
    </message>
    <message>
        <source>headers</source>
        <translation>文件头</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>person</source>
        <translation>人工</translation>
    </message>
    <message>
        <source>○ nobody</source>
        <translation>○ 无人</translation>
    </message>
    <message>
        <source>Night</source>
        <translation>观测夜</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>观测板</translation>
    </message>
    <message>
        <source>Science</source>
        <translation>科学观测</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>确认人</translation>
    </message>
    <message>
        <source>When, UTC</source>
        <translation>时间（UTC）</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Weather</source>
        <translation>天气</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Moon, d</source>
        <translation>月相（天）</translation>
    </message>
    <message>
        <source>Seeing, ″</source>
        <translation>视宁度（″）</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Confirm what is said of the chosen plates</source>
        <translation>确认所选观测板的记载</translation>
    </message>
    <message>
        <source>Not valid, or valid again, and confirmed</source>
        <translation>作废或恢复有效，并确认</translation>
    </message>
    <message>
        <source>Valid or not</source>
        <translation>有效与否</translation>
    </message>
    <message>
        <source>A test, or science again, and confirmed</source>
        <translation>设为测试或恢复为科学观测，并确认</translation>
    </message>
    <message>
        <source>Science or test</source>
        <translation>科学或测试</translation>
    </message>
    <message>
        <source>Comment on the chosen plates</source>
        <translation>给所选观测板写备注</translation>
    </message>
    <message>
        <source>The next plate that nobody confirmed</source>
        <translation>下一块尚无人确认的观测板</translation>
    </message>
    <message>
        <source>All plates, or those that nobody confirmed</source>
        <translation>全部观测板，或只看尚无人确认的</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Read the log again</source>
        <translation>重新读取日志</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Save the log as CSV</source>
        <translation>将日志保存为 CSV</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>What was said of it</source>
        <translation>已有的记载</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Unconfirmed</source>
        <translation>未确认</translation>
    </message>
    <message>
        <source>Every plate is confirmed.</source>
        <translation>所有观测板都已确认。</translation>
    </message>
    <message>
        <source>The log is empty: “specdesk log --headers” enters the plates.</source>
        <translation>日志是空的：用“specdesk log --headers”录入观测板。</translation>
    </message>
    <message>
        <source>from yyyy-mm-dd</source>
        <translation>从 yyyy-mm-dd</translation>
    </message>
    <message>
        <source>to yyyy-mm-dd</source>
        <translation>到 yyyy-mm-dd</translation>
    </message>
    <message>
        <source>Observation log</source>
        <translation>观测日志</translation>
    </message>
    <message>
        <source>Nobody has said anything of this plate since it was entered.</source>
        <translation>录入以来尚无人对此观测板作过说明。</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Next unconfirmed</source>
        <translation>下一个未确认</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取…</translation>
    </message>
    <message numerus="yes">
        <source>%n plates, %1 unconfirmed</source>
        <translation>
            <numerusform>%n 块观测板，%1 块未确认</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProblemForm</name>
    <message>
        <source>stray light</source>
        <translation>杂散光</translation>
    </message>
    <message>
        <source>negative flux</source>
        <translation>负流量</translation>
    </message>
    <message>
        <source>sky</source>
        <translation>天光</translation>
    </message>
    <message>
        <source>flux calibration</source>
        <translation>流量定标</translation>
    </message>
    <message>
        <source>wavelength</source>
        <translation>波长</translation>
    </message>
    <message>
        <source>arm join</source>
        <translation>双臂拼接</translation>
    </message>
    <message>
        <source>missing arm</source>
        <translation>缺臂</translation>
    </message>
    <message>
        <source>saturation</source>
        <translation>饱和</translation>
    </message>
    <message>
        <source>crosstalk</source>
        <translation>串扰</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>End</source>
        <translation>终止</translation>
    </message>
    <message>
        <source>from Å</source>
        <translation>从 Å</translation>
    </message>
    <message>
        <source>to Å</source>
        <translation>到 Å</translation>
    </message>
    <message>
        <source>Both arms</source>
        <translation>双臂</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝臂</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红臂</translation>
    </message>
    <message>
        <source>2D reduction</source>
        <translation>二维数据处理</translation>
    </message>
    <message>
        <source>A ticket for the 2D team</source>
        <translation>给二维组的工单</translation>
    </message>
    <message>
        <source>Raw data</source>
        <translation>原始数据</translation>
    </message>
    <message>
        <source>Discarded from the release</source>
        <translation>从发布中剔除</translation>
    </message>
    <message>
        <source>Describe it</source>
        <translation>描述问题</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>raw problem: discarded</source>
        <translation>原始数据问题：剔除</translation>
    </message>
    <message>
        <source>ticket for the 2D team</source>
        <translation>给二维组的工单</translation>
    </message>
    <message>
        <source>Fibres</source>
        <translation>光纤</translation>
    </message>
    <message>
        <source>Wavelength</source>
        <translation>波长</translation>
    </message>
    <message>
        <source>Which kind of problem is it?</source>
        <translation>问题属于哪一类？</translation>
    </message>
</context>
<context>
    <name>ProblemStore</name>
    <message>
        <source>There is no pipeline version “%1” in the database.</source>
        <translation>数据库中没有处理版本“%1”。</translation>
    </message>
    <message>
        <source>Which pipeline version mends the problem?</source>
        <translation>哪个处理版本修复了该问题？</translation>
    </message>
    <message>
        <source>%1 is the version that has the problem.</source>
        <translation>%1 正是有问题的版本。</translation>
    </message>
    <message>
        <source>The database has no plate %1 of the night %2.</source>
        <translation>数据库中没有 %2 夜的 %1 板。</translation>
    </message>
    <message>
        <source>Plate %1 has no spectrum of spectrograph %2.</source>
        <translation>%1 板没有光谱仪 %2 的光谱。</translation>
    </message>
    <message>
        <source>Spectrograph %1 has no fibre %2.</source>
        <translation>光谱仪 %1 没有光纤 %2。</translation>
    </message>
    <message>
        <source>These fibres have no spectrum of that version.</source>
        <translation>这些光纤没有该版本的光谱。</translation>
    </message>
</context>
<context>
    <name>ProblemsCommand</name>
    <message>
        <source>From this date of observation on.</source>
        <translation>起始观测日期（含）。</translation>
    </message>
    <message>
        <source>Up to this date of observation.</source>
        <translation>截止观测日期（含）。</translation>
    </message>
    <message>
        <source>Plate.</source>
        <translation>观测板。</translation>
    </message>
    <message>
        <source>Spectrograph.</source>
        <translation>光谱仪。</translation>
    </message>
    <message>
        <source>open, confirmed, refuted or fixed; may be given again. Otherwise open and confirmed.</source>
        <translation>open、confirmed、refuted 或 fixed；可多次给出。未给出时为 open 和 confirmed。</translation>
    </message>
    <message>
        <source>Whatever the state.</source>
        <translation>不论状态如何。</translation>
    </message>
    <message>
        <source>What to say with an answer or a report.</source>
        <translation>答复或报告所附的说明。</translation>
    </message>
    <message>
        <source>Pipeline version: that was looked at, or, with reprocessed, that mends it.</source>
        <translation>处理版本：所查看的版本；与 reprocessed 合用时为修复问题的版本。</translation>
    </message>
    <message>
        <source>With report: the range of fibres, e.g. 17-30.</source>
        <translation>用于 report：光纤范围，例如 17-30。</translation>
    </message>
    <message>
        <source>With report: %1.</source>
        <translation>用于 report：%1。</translation>
    </message>
    <message>
        <source>With report: blue or red.</source>
        <translation>用于 report：blue 或 red。</translation>
    </message>
    <message>
        <source>With report: the raw data are bad, so that they are not released.</source>
        <translation>用于 report：原始数据有问题，因而不予发布。</translation>
    </message>
    <message>
        <source>One JSON object a line instead of a table.</source>
        <translation>每行一个 JSON 对象，而不是表格。</translation>
    </message>
    <message>
        <source>“%1” is no state of a problem.</source>
        <translation>“%1”不是问题的状态。</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Night</source>
        <translation>观测夜</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>观测板</translation>
    </message>
    <message>
        <source>Sp.</source>
        <translation>谱仪</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>To</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>臂</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>起源</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Spectra</source>
        <translation>光谱</translation>
    </message>
    <message>
        <source>Reporter</source>
        <translation>报告人</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Mended by</source>
        <translation>修复版本</translation>
    </message>
    <message>
        <source>There is no problem %1.</source>
        <translation>没有问题 %1。</translation>
    </message>
    <message>
        <source>This is not understood. Try: specdesk problems --help</source>
        <translation>无法理解。请看：specdesk problems --help</translation>
    </message>
    <message>
        <source>List, report and answer problems of spectrographs.</source>
        <translation>列出、报告和答复光谱仪的问题。</translation>
    </message>
    <message>
        <source>[list | report | confirm NUMBER | reject NUMBER | reprocessed NUMBER]</source>
        <translation>[list | report | confirm NUMBER | reject NUMBER | reprocessed NUMBER]</translation>
    </message>
    <message>
        <source>With report: the date of observation.</source>
        <translation>用于 report：观测日期。</translation>
    </message>
    <message numerus="yes">
        <source>Problem %1 is reported; %n spectra are kept back.</source>
        <translation>
            <numerusform>已报告问题 %1；%n 条光谱暂不发布。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Problem %1 is rejected; %n spectra are not kept back any longer.</source>
        <translation>
            <numerusform>问题 %1 已驳回；%n 条光谱不再因此暂不发布。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Problem %1 is answered; %n spectra stay kept back, as the raw data are bad.</source>
        <translation>
            <numerusform>问题 %1 已答复；原始数据有问题，%n 条光谱仍不发布。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Problem %1 is confirmed; %n spectra wait for a version that mends it.</source>
        <translation>
            <numerusform>问题 %1 已确认；%n 条光谱等待修复它的处理版本。</numerusform>
        </translation>
    </message>
    <message>
        <source>Problem %1 is mended by %2, whose spectra are inspected anew.</source>
        <translation>问题 %1 已由 %2 修复，该版本的光谱将重新检查。</translation>
    </message>
    <message>
        <source>Spectra of a reported range are not released unless the 2D team rejects the problem; those of a version that
mends it are inspected anew and go out. An empty list means that nothing is left to do.</source>
        <translation>所报告范围内的光谱不予发布，除非二维组驳回该问题；修复该问题的版本的光谱将重新检查
并予以发布。列表为空表示没有待办事项。</translation>
    </message>
</context>
<context>
    <name>ProfileCommand</name>
    <message>
        <source>Your account on the server; your login name unless given.</source>
        <translation>您在服务器上的账号；默认为登录名。</translation>
    </message>
    <message>
        <source>TCP port, 3306 unless given.</source>
        <translation>TCP 端口，默认为 3306。</translation>
    </message>
    <message>
        <source>PEM file of the authority that signed the server's certificate.</source>
        <translation>签发服务器证书的机构的 PEM 文件。</translation>
    </message>
    <message>
        <source>Connect even where the server offers no TLS.</source>
        <translation>服务器不提供 TLS 时也连接。</translation>
    </message>
    <message>
        <source>First part of the schemas' names, lamost unless given.</source>
        <translation>库名的前缀，默认为 lamost。</translation>
    </message>
    <message>
        <source>Read the password from the standard input into the system keyring.</source>
        <translation>从标准输入读取密码，存入系统密钥环。</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>没有文件 %1。</translation>
    </message>
    <message>
        <source>SpecDesk uses its own server; verdicts are signed %1.</source>
        <translation>SpecDesk 使用自带的服务器；判定署名为 %1。</translation>
    </message>
    <message>
        <source>SpecDesk uses %1, port %2, as %3%4; schemas begin with %5.</source>
        <translation>SpecDesk 使用 %1，端口 %2，账号 %3%4；库名以 %5 开头。</translation>
    </message>
    <message>
        <source> over TLS</source>
        <translation>（经 TLS）</translation>
    </message>
    <message>
        <source>Choose the database server: SpecDesk's own or the survey's.</source>
        <translation>选择数据库服务器：SpecDesk 自带的或巡天项目的。</translation>
    </message>
    <message>
        <source>Without an argument tells which server is used. `own` goes back to SpecDesk's own one. The password
of a remote account is kept in the system keyring and nowhere else.</source>
        <translation>不带参数时显示当前所用的服务器。`own` 改回 SpecDesk 自带的服务器。
远程账号的密码只保存在系统密钥环中，别处不存。</translation>
    </message>
    <message>
        <source>Name one server. Try: specdesk profile --help</source>
        <translation>请指定一个服务器。试试：specdesk profile --help</translation>
    </message>
    <message>
        <source>%1, port %2, as %3 is remembered, but SPECDESK_SERVER=own is set in the environment: while it is, SpecDesk uses its own server.</source>
        <translation>已记住 %1，端口 %2，账号 %3；但环境中设有 SPECDESK_SERVER=own：在此期间 SpecDesk 使用自带的服务器。</translation>
    </message>
    <message>
        <source>Remove the password from the keyring: of HOST, or of the server that is used.</source>
        <translation>从密钥环中删除密码：HOST 的，或当前所用服务器的。</translation>
    </message>
    <message>
        <source>SpecDesk's own server has no password; name a HOST.</source>
        <translation>SpecDesk 自带的服务器没有密码；请指定 HOST。</translation>
    </message>
    <message>
        <source>The password of %1 is forgotten.</source>
        <translation>已删除 %1 的密码。</translation>
    </message>
</context>
<context>
    <name>ProgressChart</name>
    <message>
        <source>verdicts a day</source>
        <translation>每日判定数</translation>
    </message>
    <message>
        <source>pace of the forecast</source>
        <translation>预测所用的速度</translation>
    </message>
    <message>
        <source>No verdicts in the last thirty days. Each day on which there are some gets a bar here.</source>
        <translation>最近三十天没有判定。有判定的每一天都会在这里显示一根柱子。</translation>
    </message>
</context>
<context>
    <name>ProgressCommand</name>
    <message>
        <source>day, night, plate, person or task.</source>
        <translation>day、night、plate、person 或 task。</translation>
    </message>
    <message>
        <source>From this date on: of decision for days and people, of observation for nights and plates.</source>
        <translation>从此日期起：day 和 person 按判定日期，night 和 plate 按观测日期。</translation>
    </message>
    <message>
        <source>Before this date.</source>
        <translation>在此日期之前。</translation>
    </message>
    <message>
        <source>Only this person, for days and people.</source>
        <translation>仅限此人；用于 day 和 person。</translation>
    </message>
    <message>
        <source>inspect or browse, for nights and plates.</source>
        <translation>inspect 或 browse；用于 night 和 plate。</translation>
    </message>
    <message>
        <source>One JSON object a line instead of a table; the last one is the forecast.</source>
        <translation>每行一个 JSON 对象，而不是表格；最后一个是预测。</translation>
    </message>
    <message>
        <source>Progress goes by day, night, plate, person or task.</source>
        <translation>进度可按 day、night、plate、person 或 task 统计。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总数</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Per hour</source>
        <translation>每小时</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最后一条</translation>
    </message>
    <message>
        <source>Tell how far the work is and when it will be done.</source>
        <translation>告知工作的进度以及预计完成的时间。</translation>
    </message>
    <message>
        <source>Counts spectra with a verdict by night or plate, verdicts by day or person, looks by task. Who may not
see others' verdicts gets his own numbers for days and people.</source>
        <translation>按观测夜或观测板统计已有判定的光谱，按日期或人员统计判定，按任务统计查看次数。
无权查看他人判定者，按日期和人员只能得到自己的数字。</translation>
    </message>
    <message numerus="yes">
        <source>%n spectra remain; at %1 a day the last is looked at on %2.</source>
        <translation>
            <numerusform>还剩 %n 条光谱；按每天 %1 条计，最后一条将在 %2 查看。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n spectra remain; nobody has decided anything in the last days.</source>
        <translation>
            <numerusform>还剩 %n 条光谱；最近几天没有人作出判定。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgressController</name>
    <message numerus="yes">
        <source>“%1”: %n spectra handed out.</source>
        <translation>
            <numerusform>“%1”：已分发 %n 条光谱。</numerusform>
        </translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Save the tables</source>
        <translation>保存表格</translation>
    </message>
    <message>
        <source>There is no server.</source>
        <translation>没有服务器。</translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message>
        <source>everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>per hour</source>
        <translation>每小时</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>For</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>查看次数</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>领取中</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>检查员</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>已知光谱</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>z</source>
        <translation>z</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Work on the task</source>
        <translation>处理此任务</translation>
    </message>
    <message>
        <source>Work on it</source>
        <translation>开始处理</translation>
    </message>
    <message>
        <source>End the task, or open it again</source>
        <translation>结束任务，或重新开启</translation>
    </message>
    <message>
        <source>End or reopen</source>
        <translation>结束或重开</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>On known spectra</source>
        <translation>已知光谱上的表现</translation>
    </message>
    <message>
        <source>Night</source>
        <translation>观测夜</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>观测板</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Nothing is left to look at.</source>
        <translation>没有剩余的光谱要看。</translation>
    </message>
    <message>
        <source>%1 left, done about %2</source>
        <translation>剩余 %1，预计 %2 前后完成</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>There is no pace yet to tell the end by.</source>
        <translation>尚无进度可据以推算完成日期。</translation>
    </message>
    <message>
        <source>from yyyy-mm-dd</source>
        <translation>从 yyyy-mm-dd</translation>
    </message>
    <message>
        <source>to yyyy-mm-dd</source>
        <translation>到 yyyy-mm-dd</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Nothing has been read in yet: specdesk ingest FOLDER, or open a folder.</source>
        <translation>尚未读入任何光谱：运行 specdesk ingest FOLDER，或打开一个文件夹。</translation>
    </message>
    <message>
        <source>Tasks can mix in spectra whose truth is known. How people judged those stands here.</source>
        <translation>任务中可混入真值已知的光谱。人员对这些光谱的判定情况显示在此。</translation>
    </message>
    <message>
        <source>Save the tables as CSV</source>
        <translation>将各表格保存为 CSV</translation>
    </message>
    <message>
        <source>No task yet. Hand out the first one below.</source>
        <translation>还没有任务。请在下方分发第一个任务。</translation>
    </message>
    <message>
        <source>No task yet. Who leads the work hands them out.</source>
        <translation>还没有任务。任务由工作负责人分发。</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message numerus="yes">
        <source>%1 verdicts a day, %2 an hour for one person; %n person hours</source>
        <translation>
            <numerusform>每天 %1 条判定，每人每小时 %2 条；还需 %n 人时</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Publication</name>
    <message>
        <source>%1 is not as the manifest says; pack the release again before it is published.</source>
        <translation>%1 与清单所载不符；请重新打包该发布后再对外公布。</translation>
    </message>
    <message>
        <source>There is no packed release in %1.</source>
        <translation>%1 中没有打包好的发布。</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
    <message>
        <source>Publishing was stopped; it can be started again.</source>
        <translation>公布已中止；可以重新启动。</translation>
    </message>
</context>
<context>
    <name>PublishCommand</name>
    <message>
        <source>A folder or mount, or an http(s) address that takes PUT.</source>
        <translation>文件夹或挂载点，或接受 PUT 的 http(s) 地址。</translation>
    </message>
    <message>
        <source>A file with the bearer token for the address.</source>
        <translation>存有该地址 bearer 令牌的文件。</translation>
    </message>
    <message>
        <source>Tell what would be sent and removed; change nothing.</source>
        <translation>只说明将发送和删除什么；不作任何更改。</translation>
    </message>
    <message>
        <source>What happens as one JSON object a line.</source>
        <translation>把进展写成每行一个 JSON 对象。</translation>
    </message>
    <message>
        <source>No progress.</source>
        <translation>不显示进度。</translation>
    </message>
    <message>
        <source>Bring a packed release to the data centre.</source>
        <translation>将打包好的发布送到数据中心。</translation>
    </message>
    <message>
        <source>Sends every file of the packed release in DIR that is not there yet, checks what arrived by its
SHA-256, sends the manifest last, and removes what an earlier publication brought and the
release does not have any more. Broken off, it goes on where it was.</source>
        <translation>发送 DIR 中打包好的发布里目的地尚没有的每个文件，按 SHA-256 核对
送达的内容，最后发送清单，并删除先前公布过而本发布已不再包含的文件。
若中断，再次运行时从原处继续。</translation>
    </message>
    <message>
        <source>Name the packed release and the place: specdesk publish DIR --to PLACE</source>
        <translation>请给出打包好的发布和目的地：specdesk publish DIR --to PLACE</translation>
    </message>
    <message>
        <source>No release is due yet.</source>
        <translation>尚无到期的发布。</translation>
    </message>
    <message>
        <source>Publish what the survey's calendar says is due; DIR is then the folder of all releases.</source>
        <translation>公布巡天日历中到期的发布；此时 DIR 为存放所有发布的文件夹。</translation>
    </message>
    <message>
        <source>The same with another calendar.</source>
        <translation>同上，但使用另一份日历。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n files, %2 MB sent</source>
        <translation>
            <numerusform>%1 / %n 个文件，已发送 %2 MB</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 would go to %2: %n files to send (%3 MB), %4 there already, %5 to remove.</source>
        <translation>
            <numerusform>%1 将发往 %2：需发送 %n 个文件（%3 MB），%4 个已在那里，%5 个将删除。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is at %2: %n files sent (%3 MB), %4 there already, %5 removed; all verified.</source>
        <translation>
            <numerusform>%1 已在 %2：发送了 %n 个文件（%3 MB），%4 个原已在那里，删除了 %5 个；全部核验无误。</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare every file there, also what earlier runs brought.</source>
        <translation>比对目标处的每个文件，包括以往运行送达的文件。</translation>
    </message>
    <message>
        <source>Everybody on this computer can read the password in the address; --token-file keeps one to itself.</source>
        <translation>本机所有用户都能看到地址中的密码；--token-file 可避免这一点。</translation>
    </message>
    <message>
        <source>%1 is no https address: everybody on the way there can read what opens it.</source>
        <translation>%1 不是 https 地址：途中任何人都能读到访问凭据。</translation>
    </message>
</context>
<context>
    <name>PublishTablesCommand</name>
    <message>
        <source>The release to publish, e.g. dr6.</source>
        <translation>要公布的发布，例如 dr6。</translation>
    </message>
    <message>
        <source>The public server.</source>
        <translation>公共服务器。</translation>
    </message>
    <message>
        <source>TCP port, 3306 unless given.</source>
        <translation>TCP 端口，默认为 3306。</translation>
    </message>
    <message>
        <source>Account there.</source>
        <translation>该服务器上的账号。</translation>
    </message>
    <message>
        <source>A file with its password.</source>
        <translation>存有其密码的文件。</translation>
    </message>
    <message>
        <source>PEM file of the authority that signed the server's certificate.</source>
        <translation>签发服务器证书的机构的 PEM 文件。</translation>
    </message>
    <message>
        <source>Connect even where the server offers no TLS.</source>
        <translation>服务器不提供 TLS 时也连接。</translation>
    </message>
    <message>
        <source>First part of the schemas' names there, lamost unless given.</source>
        <translation>该服务器上各库名的前缀，默认为 lamost。</translation>
    </message>
    <message>
        <source>Tell what would be sent; change nothing.</source>
        <translation>只说明将发送什么；不作任何更改。</translation>
    </message>
    <message>
        <source>What happens as one JSON object a line.</source>
        <translation>把进展写成每行一个 JSON 对象。</translation>
    </message>
    <message>
        <source>Copy the catalogues of a release to another server.</source>
        <translation>将一个发布的星表复制到另一台服务器。</translation>
    </message>
    <message>
        <source>Copies the released rows beside the tables that are there, reads them back, compares count
and SHA-256 of all rows, and lets them take their places all at once.</source>
        <translation>将已发布的行复制到现有各表之旁，再读回，比较所有行的行数和
SHA-256，然后一次性替换现有各表。</translation>
    </message>
    <message>
        <source>Name the release and the server: --release dr6 --host HOST</source>
        <translation>请给出发布和服务器：--release dr6 --host HOST</translation>
    </message>
    <message>
        <source>These tables of %1 would be sent:</source>
        <translation>将发送 %1 的以下各表：</translation>
    </message>
    <message>
        <source>These tables of %1 are at %2, verified:</source>
        <translation>%1 的以下各表已在 %2，并已核验：</translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>No progress.</source>
        <translation>不显示进度。</translation>
    </message>
</context>
<context>
    <name>QueueBar</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Number in the list</source>
        <translation>列表中的序号</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Every spectrum of the list</source>
        <translation>列表中的所有光谱</translation>
    </message>
    <message>
        <source>Needs an eye</source>
        <translation>待检查</translation>
    </message>
    <message>
        <source>Not yet judged</source>
        <translation>尚未判定</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>With your verdict</source>
        <translation>您已作判定</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>共 %1</translation>
    </message>
    <message>
        <source>Search  %1</source>
        <translation>搜索  %1</translation>
    </message>
    <message>
        <source>The list has numbers 1 to %1.</source>
        <translation>列表的序号为 1 至 %1。</translation>
    </message>
    <message>
        <source>Name, obsid, class, subclass, plan, rule; P&lt;0.9 for what SpecDesk is less sure of</source>
        <translation>名称、obsid、类型、子类、观测计划、规则；P&lt;0.9 查找 SpecDesk 把握较小的光谱</translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message>
        <source>extragalactic</source>
        <translation>河外天体</translation>
    </message>
    <message>
        <source>target was no star</source>
        <translation>目标非恒星</translation>
    </message>
    <message>
        <source>special star</source>
        <translation>特殊恒星</translation>
    </message>
    <message>
        <source>unknown class</source>
        <translation>类型未知</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>抽检</translation>
    </message>
    <message>
        <source>Needs an eye: %1</source>
        <translation>待检查：%1</translation>
    </message>
    <message>
        <source>Done: as the pipeline says</source>
        <translation>已完成：与流水线一致</translation>
    </message>
    <message>
        <source>Done: differs from the pipeline</source>
        <translation>已完成：与流水线不同</translation>
    </message>
    <message>
        <source>Done with doubt: grade %1</source>
        <translation>已完成但存疑：%1 级</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>天体</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>z</source>
        <translation>z</translation>
    </message>
    <message>
        <source>S/N</source>
        <translation>信噪比</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>缘由</translation>
    </message>
    <message>
        <source>Fibre</source>
        <translation>光纤</translation>
    </message>
    <message>
        <source>reprocessed</source>
        <translation>已重新处理</translation>
    </message>
    <message>
        <source>Accepted without eyes by the rule “%1”</source>
        <translation>由规则“%1”不经目视检查即接受</translation>
    </message>
    <message>
        <source>SpecDesk: %1 at z %2, P %3</source>
        <translation>SpecDesk：%1，z %2，P %3</translation>
    </message>
    <message>
        <source>P</source>
        <translation>P</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Spectra</source>
        <translation>光谱</translation>
    </message>
</context>
<context>
    <name>ReadoutLine</name>
    <message>
        <source>λ %1 Å vacuum</source>
        <translation>λ %1 Å 真空</translation>
    </message>
    <message>
        <source>%1 air</source>
        <translation>空气 %1</translation>
    </message>
    <message>
        <source>%1 rest</source>
        <translation>静止系 %1</translation>
    </message>
    <message>
        <source>flux %1 ± %2</source>
        <translation>流量 %1 ± %2</translation>
    </message>
    <message>
        <source>flux %1</source>
        <translation>流量 %1</translation>
    </message>
    <message>
        <source>%1 km/s from %2</source>
        <translation>%1 km/s（距 %2）</translation>
    </message>
    <message>
        <source>masked: %1</source>
        <translation>已掩蔽：%1</translation>
    </message>
    <message>
        <source>Point at the spectrum: wavelength, flux and velocity appear here.</source>
        <translation>指向光谱，此处显示波长、流量和速度。</translation>
    </message>
</context>
<context>
    <name>ReasonPanel</name>
    <message>
        <source>low S/N</source>
        <translation>信噪比低</translation>
    </message>
    <message>
        <source>Too noisy to decide</source>
        <translation>噪声太大，无法判断</translation>
    </message>
    <message>
        <source>single line</source>
        <translation>单线</translation>
    </message>
    <message>
        <source>Only one line is seen</source>
        <translation>只看到一条谱线</translation>
    </message>
    <message>
        <source>sky residual</source>
        <translation>天光残留</translation>
    </message>
    <message>
        <source>Badly subtracted sky lines</source>
        <translation>天光发射线扣除不良</translation>
    </message>
    <message>
        <source>arm join</source>
        <translation>双臂拼接</translation>
    </message>
    <message>
        <source>A step where the arms join</source>
        <translation>两臂拼接处有台阶</translation>
    </message>
    <message>
        <source>bad reduction</source>
        <translation>处理不良</translation>
    </message>
    <message>
        <source>The extraction or calibration is wrong</source>
        <translation>抽谱或定标有误</translation>
    </message>
    <message>
        <source>missing arm</source>
        <translation>缺臂</translation>
    </message>
    <message>
        <source>One arm has no signal</source>
        <translation>有一臂没有信号</translation>
    </message>
    <message>
        <source>two objects</source>
        <translation>两个天体</translation>
    </message>
    <message>
        <source>Two redshifts or types in one fibre</source>
        <translation>一根光纤中有两个红移或两种类型</translation>
    </message>
    <message>
        <source>BAL</source>
        <translation>BAL</translation>
    </message>
    <message>
        <source>Broad absorption lines</source>
        <translation>宽吸收线</translation>
    </message>
    <message>
        <source>blazar</source>
        <translation>耀变体</translation>
    </message>
    <message>
        <source>Featureless non-thermal continuum</source>
        <translation>无特征的非热连续谱</translation>
    </message>
    <message>
        <source>wrong class</source>
        <translation>类型错误</translation>
    </message>
    <message>
        <source>The pipeline's class is wrong</source>
        <translation>流水线的类型有误</translation>
    </message>
    <message>
        <source>wrong z</source>
        <translation>z 错误</translation>
    </message>
    <message>
        <source>The pipeline's redshift is wrong</source>
        <translation>流水线的红移有误</translation>
    </message>
</context>
<context>
    <name>Reconnection</name>
    <message>
        <source>No server, trying again</source>
        <translation>没有服务器，正在重试</translation>
    </message>
    <message>
        <source>%1 SpecDesk goes on trying. Meanwhile spectra can be looked at, and verdicts are kept on this machine.</source>
        <translation>%1 SpecDesk 会继续尝试。在此期间可以查看光谱，判定保存在本机上。</translation>
    </message>
    <message>
        <source>Not logged in</source>
        <translation>未登录</translation>
    </message>
    <message>
        <source>You are not logged in: spectra can be looked at, and verdicts are kept on this machine. Menu, Log in … asks again.</source>
        <translation>您尚未登录：可以查看光谱，判定保存在本机上。菜单中的“登录…”会再次询问。</translation>
    </message>
</context>
<context>
    <name>RedshiftCommand</name>
    <message>
        <source>Find the redshifts and classes of spectra.</source>
        <translation>求光谱的红移和类型。</translation>
    </message>
    <message>
        <source>Compares every spectrum of the files, folders and URLs with templates of stars, galaxies and
QSOs at all redshifts and writes the best solutions, ranked, with the probability that the
first is right: file, obsid, rank, class, template, z, z_err, p, warning, index, and what p rests
on. "no-redshift" warns of a spectrum that no solution can be trusted for.</source>
        <translation>将文件、文件夹和 URL 中的每条光谱与各红移处的恒星、星系和类星体模板比较，
按名次写出最佳的解，以及第一个解正确的概率：文件、obsid、名次、类型、模板、z、z_err、
p、警告、文件内序号，以及 p 的依据。警告“no-redshift”表示该光谱没有可信的解。</translation>
    </message>
    <message>
        <source>--top takes a number from 1 to 20.</source>
        <translation>--top 应为 1 至 20 的数。</translation>
    </message>
    <message>
        <source>Write into a file: CSV, or FITS if its name ends in .fits.</source>
        <translation>写入文件：CSV；文件名以 .fits 结尾时为 FITS。</translation>
    </message>
    <message>
        <source>Solutions of each spectrum, 1 to 20 (default 5).</source>
        <translation>每条光谱的解的个数，1 至 20（默认 5）。</translation>
    </message>
    <message>
        <source>Use the templates of a folder instead of SpecDesk's own.</source>
        <translation>使用某个文件夹中的模板，而不用 SpecDesk 自带的模板。</translation>
    </message>
    <message>
        <source>One JSON object a spectrum instead of CSV.</source>
        <translation>每条光谱一个 JSON 对象，而不是 CSV。</translation>
    </message>
    <message>
        <source>The spectra of an evening in the database instead of files; the solutions are stored there.</source>
        <translation>不读文件，而取数据库中某个观测夜的光谱；所得的解存入数据库。</translation>
    </message>
    <message>
        <source>With --night: rules by which spectra are accepted without eyes, as JSON; "default" takes SpecDesk's own. Without this option none is.</source>
        <translation>与 --night 合用：规定哪些光谱不经目视检查即可接受的 JSON 规则；"default" 表示采用 SpecDesk 自带的规则。不给此选项则全部不自动接受。</translation>
    </message>
    <message>
        <source>No spectrum in the database was observed in the night of %1.</source>
        <translation>数据库中没有在 %1 夜观测的光谱。</translation>
    </message>
    <message>
        <source>There is no spectrum to search.</source>
        <translation>没有可搜索的光谱。</translation>
    </message>
    <message>
        <source>Which spectra? Name files, folders or URLs, or a night with --night.</source>
        <translation>哪些光谱？请给出文件、文件夹或 URL，或用 --night 给出观测夜。</translation>
    </message>
    <message>
        <source>%1 is no date: write 2026-03-29.</source>
        <translation>%1 不是日期：请写成 2026-03-29 的形式。</translation>
    </message>
    <message>
        <source>--accept goes with --night.</source>
        <translation>--accept 必须与 --night 合用。</translation>
    </message>
    <message>
        <source>The search was stopped; the solutions of %1 spectra are stored.</source>
        <translation>搜索已停止；%1 条光谱的解已保存。</translation>
    </message>
    <message numerus="yes">
        <source>%n spectra searched and stored, %1 accepted without eyes.</source>
        <translation>
            <numerusform>已搜索并保存 %n 条光谱，其中 %1 条免目视接受。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The solutions of %n spectra are in %1.</source>
        <translation>
            <numerusform>%n 条光谱的结果已写入 %1。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RedshiftCurvePlot</name>
    <message>
        <source>How much the templates of each class explain, by redshift: a click on a peak chooses it</source>
        <translation>各类型模板在各红移处的解释程度：点击峰值即可选用</translation>
    </message>
    <message>
        <source>χ² by redshift: searching …</source>
        <translation>各红移的 χ²：正在搜索…</translation>
    </message>
    <message>
        <source>stars</source>
        <translation>恒星</translation>
    </message>
    <message>
        <source>χ² by redshift: nothing to search</source>
        <translation>各红移的 χ²：没有可搜索的内容</translation>
    </message>
</context>
<context>
    <name>RedshiftInput</name>
    <message>
        <source>“%1” is not a redshift: write 0.3091, 0.3091 ± 0.0002 or 120 km/s.</source>
        <translation>“%1”不是红移：请写成 0.3091、0.3091 ± 0.0002 或 120 km/s。</translation>
    </message>
    <message>
        <source>z must lie between %1 and %2.</source>
        <translation>z 必须在 %1 与 %2 之间。</translation>
    </message>
</context>
<context>
    <name>RedshiftPanel</name>
    <message>
        <source>Redshift</source>
        <translation>红移</translation>
    </message>
    <message>
        <source>Type z, z ± error, or a velocity in km/s (%1)</source>
        <translation>输入 z、z ± 误差，或以 km/s 为单位的速度（%1）</translation>
    </message>
    <message>
        <source>Redshift, coarse</source>
        <translation>红移，粗调</translation>
    </message>
    <message>
        <source>Redshift, fine: springs back to the middle</source>
        <translation>红移，细调：松开后弹回中间</translation>
    </message>
    <message>
        <source>Redshift, fine</source>
        <translation>红移，微调</translation>
    </message>
</context>
<context>
    <name>RedshiftRun</name>
    <message>
        <source>SpecDesk's own templates are missing.</source>
        <translation>缺少 SpecDesk 自带的模板。</translation>
    </message>
    <message>
        <source>There is no template in %1.</source>
        <translation>%1 中没有模板。</translation>
    </message>
    <message>
        <source>The search was stopped; it can be started again.</source>
        <translation>搜索已停止；可以再次启动。</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>%1 claims more pixels than a spectrum can have.</source>
        <translation>%1 声明的像元数超过光谱可能的数目。</translation>
    </message>
    <message>
        <source>%1 has no wavelengths that rise from pixel to pixel.</source>
        <translation>%1 的波长不是逐像元递增的。</translation>
    </message>
</context>
<context>
    <name>ReleaseCalendar</name>
    <message>
        <source>“%1” is no line of a calendar: write a date, a release, and “quarterly” or “formal”.</source>
        <translation>“%1”不是日历中的有效行：请写日期、发布名，以及“quarterly”或“formal”。</translation>
    </message>
</context>
<context>
    <name>ReleaseCommand</name>
    <message>
        <source>The release: dr14, or dr14_q1_alpha for an internal one.</source>
        <translation>发布：dr14；内部发布则如 dr14_q1_alpha。</translation>
    </message>
    <message>
        <source>The release that the calendar says is due today; DIR and PLACE then hold all releases.</source>
        <translation>日历中今天到期的发布；此时 DIR 和 PLACE 存放所有发布。</translation>
    </message>
    <message>
        <source>Another calendar than the survey's.</source>
        <translation>使用另一份日历，而不用巡天的日历。</translation>
    </message>
    <message>
        <source>Show the calendar and do nothing.</source>
        <translation>只显示日历，不执行任何操作。</translation>
    </message>
    <message>
        <source>The folder to pack into; without it nothing is packed.</source>
        <translation>打包到的文件夹；不给出则不打包。</translation>
    </message>
    <message>
        <source>Publish there, too: a folder, a mount or an http(s) address.</source>
        <translation>同时公布到此处：文件夹、挂载点或 http(s) 地址。</translation>
    </message>
    <message>
        <source>Only spectra of this evening and later.</source>
        <translation>只取该晚及以后的光谱。</translation>
    </message>
    <message>
        <source>Only spectra up to this evening.</source>
        <translation>只取到该晚为止的光谱。</translation>
    </message>
    <message>
        <source>Build even when nothing has changed, and forget an interrupted build.</source>
        <translation>即使没有变化也重新构建，并放弃中断的构建。</translation>
    </message>
    <message>
        <source>No pictures.</source>
        <translation>不要缩略图。</translation>
    </message>
    <message>
        <source>tar.gz (default), zip or none.</source>
        <translation>tar.gz（默认）、zip 或 none。</translation>
    </message>
    <message>
        <source>What happens as one JSON object a line.</source>
        <translation>把进展写成每行一个 JSON 对象。</translation>
    </message>
    <message>
        <source>No progress.</source>
        <translation>不显示进度。</translation>
    </message>
    <message>
        <source>is due</source>
        <translation>已到期</translation>
    </message>
    <message>
        <source>was due</source>
        <translation>已过期</translation>
    </message>
    <message numerus="yes">
        <source>in %n days</source>
        <translation>
            <numerusform>%n 天后</numerusform>
        </translation>
    </message>
    <message>
        <source>Not published, because spectra were refused; specdesk publish sends it all the same.</source>
        <translation>未公布，因为有光谱被拒收；仍要全部发送，请用 specdesk publish。</translation>
    </message>
    <message>
        <source>Build, pack and publish a release, the one named or the one due.</source>
        <translation>构建、打包并公布一个发布：指定的或到期的。</translation>
    </message>
    <message>
        <source>Does what integrate, package and publish do, one after the other, and stops at the first that fails.
May be killed at any moment and called again: what is done is not done twice. With --due it builds
the release of the calendar: %1,
where there is none SpecDesk's own. Before its first day nothing is done.</source>
        <translation>依次执行 integrate、package 和 publish 的工作，遇到第一个失败即停止。
可随时终止后再次运行：已完成的不会重做。使用 --due 时，构建日历中的
发布：日历为 %1，
没有该日历时用 SpecDesk 自带的日历。在日历的第一天之前不执行任何操作。</translation>
    </message>
    <message>
        <source>Either --release or --due.</source>
        <translation>--release 和 --due 只能选一个。</translation>
    </message>
    <message>
        <source>No release is due yet.</source>
        <translation>尚无到期的发布。</translation>
    </message>
    <message>
        <source>Name the release: specdesk release --release dr14 -o DIR, or --due.</source>
        <translation>请指定发布：specdesk release --release dr14 -o DIR，或用 --due。</translation>
    </message>
    <message>
        <source>Only what is packed can be published: give -o DIR, too.</source>
        <translation>只有打包好的才能公布：请同时给出 -o DIR。</translation>
    </message>
    <message>
        <source>The release was stopped; it goes on when it is started again.</source>
        <translation>发布已停止；再次启动时会继续。</translation>
    </message>
    <message>
        <source>No single files: spectra and thumbnails lie in one tar a plate.</source>
        <translation>不写单个文件：每个观测板的光谱和缩略图放在一个 tar 中。</translation>
    </message>
</context>
<context>
    <name>ReleaseController</name>
    <message>
        <source>Name the release: dr6, say; letters, digits and _ only.</source>
        <translation>请给出发布名，例如 dr6；只能用字母、数字和 _。</translation>
    </message>
    <message>
        <source>Looking at releases is for leads and release engineers; the server refused this account. An administrator can run “specdesk migrate” to renew the rights.</source>
        <translation>只有负责人和发布人员可以查看发布；服务器拒绝了此账号。管理员可运行“specdesk migrate”更新权限。</translation>
    </message>
    <message>
        <source>Write the folder's full path.</source>
        <translation>请写出文件夹的完整路径。</translation>
    </message>
    <message>
        <source>Folder of the release</source>
        <translation>发布的文件夹</translation>
    </message>
    <message>
        <source>There are no statistics in this folder yet: packing writes them.</source>
        <translation>此文件夹中还没有统计：打包时会写出。</translation>
    </message>
    <message>
        <source>No program shows web pages here. The statistics are %1.</source>
        <translation>此处没有能显示网页的程序。统计在 %1。</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>保存表格</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
</context>
<context>
    <name>ReleaseFits</name>
    <message>
        <source>%1 is damaged: its numbers do not fit their checksum.</source>
        <translation>%1 已损坏：数据与校验和不符。</translation>
    </message>
    <message>
        <source>%1 holds another spectrum than the catalogue says.</source>
        <translation>%1 中的光谱与星表所载不是同一条。</translation>
    </message>
</context>
<context>
    <name>ReleaseFolder</name>
    <message>
        <source>%1 cannot be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
    <message>
        <source>Another run works on %1; wait for it to end.</source>
        <translation>另一个进程正在处理 %1；请等它结束。</translation>
    </message>
    <message>
        <source>%1 holds other files. Packing takes away what is not in the release; name an empty or a new folder.</source>
        <translation>%1 中有其他文件。打包会删除不属于该发布的内容；请指定空文件夹或新文件夹。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
    <message>
        <source>%1 is the folder of %2; name another one for %3.</source>
        <translation>%1 是 %2 的文件夹；请为 %3 指定另一个文件夹。</translation>
    </message>
    <message>
        <source>No release was packed into %1.</source>
        <translation>没有发布打包到 %1。</translation>
    </message>
</context>
<context>
    <name>ReleaseJudge</name>
    <message>
        <source>The release rules name “%1”, which SpecDesk does not know.</source>
        <translation>发布规则中提到的“%1”，SpecDesk 不认识。</translation>
    </message>
</context>
<context>
    <name>ReleasePage</name>
    <message>
        <source>Look again at what would go out</source>
        <translation>重新查看将会发布的内容</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Stop looking</source>
        <translation>停止查看</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Save the table as CSV</source>
        <translation>将表格保存为 CSV</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Plate by plate</source>
        <translation>逐板</translation>
    </message>
    <message>
        <source>By plate</source>
        <translation>按观测板</translation>
    </message>
    <message>
        <source>Differences to the earlier release</source>
        <translation>与先前发布的差异</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Why is this spectrum in or out?</source>
        <translation>此光谱为何发布或不发布？</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Show the spectrum</source>
        <translation>显示光谱</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Alpha</translation>
    </message>
    <message>
        <source>Internal: nobody need have confirmed or checked</source>
        <translation>内部：无须有人确认或检查</translation>
    </message>
    <message>
        <source>Formal</source>
        <translation>正式</translation>
    </message>
    <message>
        <source>Public: confirmed plates, checked spectra, indices</source>
        <translation>公开：观测板已确认，光谱已检查，含指数</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>比较对象</translation>
    </message>
    <message>
        <source>Name the release: dr6, say; letters, digits and _ only.</source>
        <translation>请给出发布名，例如 dr6；只能用字母、数字和 _。</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>from yyyy-mm-dd</source>
        <translation>从 yyyy-mm-dd</translation>
    </message>
    <message>
        <source>to yyyy-mm-dd</source>
        <translation>到 yyyy-mm-dd</translation>
    </message>
</context>
<context>
    <name>ReleaseProgress</name>
    <message>
        <source>Building the catalogues</source>
        <translation>正在构建星表</translation>
    </message>
    <message>
        <source>Packing the files</source>
        <translation>正在打包文件</translation>
    </message>
    <message>
        <source>Writing the catalogues</source>
        <translation>正在写出星表</translation>
    </message>
    <message>
        <source>Publishing</source>
        <translation>正在公布</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>Nothing has changed since it was built.</source>
        <translation>自构建以来没有变化。</translation>
    </message>
    <message>
        <source>%1 of %2 spectra are released.</source>
        <translation>%2 条光谱中发布 %1 条。</translation>
    </message>
    <message numerus="yes">
        <source>%n stars could not be measured.</source>
        <translation>
            <numerusform>%n 颗恒星无法测量。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 packed, %2 unchanged, %3 refused.</source>
        <translation>打包 %1，未变 %2，拒收 %3。</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>已完成。</translation>
    </message>
    <message>
        <source>It was stopped. Start goes on where it was.</source>
        <translation>已停止。再次开始会从停下的地方继续。</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1：%2 / %3</translation>
    </message>
    <message>
        <source>%1 …</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>%1 is built: %2 of %3 spectra.</source>
        <translation>%1 已构建：%3 条光谱中的 %2 条。</translation>
    </message>
    <message>
        <source>%1 is built.</source>
        <translation>%1 已构建。</translation>
    </message>
    <message>
        <source>%1 was stopped. Start goes on where it was.</source>
        <translation>%1 已停止。再次开始会从停下的地方继续。</translation>
    </message>
</context>
<context>
    <name>ReleaseRequest</name>
    <message>
        <source>The release: dr6, or dr6_alpha for an internal one.</source>
        <translation>发布：dr6；内部发布则如 dr6_alpha。</translation>
    </message>
    <message>
        <source>Release rules instead of SpecDesk's own.</source>
        <translation>使用指定的发布规则，而不用 SpecDesk 自带的规则。</translation>
    </message>
    <message>
        <source>Only spectra of this evening and later.</source>
        <translation>只取该晚及以后的光谱。</translation>
    </message>
    <message>
        <source>Only spectra up to this evening.</source>
        <translation>只取到该晚为止的光谱。</translation>
    </message>
    <message>
        <source>Name the release with --release, for example dr6 or dr6_alpha.</source>
        <translation>请用 --release 给出发布，例如 dr6 或 dr6_alpha。</translation>
    </message>
    <message>
        <source>“%1” is no date: write 2018-06-30.</source>
        <translation>“%1”不是日期：请写成 2018-06-30。</translation>
    </message>
    <message>
        <source>“%1” is no name of a release: it begins with dr and goes on with small letters, digits and _, for example dr6, or dr6_alpha for an internal one.</source>
        <translation>“%1”不是发布名称：名称以 dr 开头，后接小写字母、数字和 _，例如 dr6；内部发布如 dr6_alpha。</translation>
    </message>
</context>
<context>
    <name>ReleaseRules</name>
    <message>
        <source>The file of release rules is damaged: %1.</source>
        <translation>发布规则文件已损坏：%1。</translation>
    </message>
    <message>
        <source>“%1” is no reason</source>
        <translation>“%1”不是原因</translation>
    </message>
    <message>
        <source>“%1” is no kind of release</source>
        <translation>“%1”不是发布的类别</translation>
    </message>
    <message>
        <source>“%1” is missing</source>
        <translation>缺少“%1”</translation>
    </message>
    <message>
        <source>The fibre has no object: sky, dead or unused.</source>
        <translation>光纤没有对准天体：天光、失效或未使用。</translation>
    </message>
    <message>
        <source>The spectrum was withdrawn.</source>
        <translation>光谱已被撤回。</translation>
    </message>
    <message>
        <source>The plate was observed as a test.</source>
        <translation>该观测板为测试观测。</translation>
    </message>
    <message>
        <source>The observation log says that the plate's data are not valid.</source>
        <translation>观测日志注明该观测板的数据无效。</translation>
    </message>
    <message>
        <source>Nobody has confirmed the plate in the observation log.</source>
        <translation>观测日志中尚无人确认该观测板。</translation>
    </message>
    <message>
        <source>The fibre is in a problem of the raw data.</source>
        <translation>光纤涉及原始数据的问题。</translation>
    </message>
    <message>
        <source>The S/N is too low in g, r and i.</source>
        <translation>g、r、i 波段的信噪比均过低。</translation>
    </message>
    <message>
        <source>The spectrum must be looked at and was not.</source>
        <translation>光谱须经目视检查，但尚未检查。</translation>
    </message>
    <message>
        <source>Its class is unknown.</source>
        <translation>类型未知。</translation>
    </message>
    <message>
        <source>Inspectors say different things of it, and nobody settled that.</source>
        <translation>检查员对它的判定不一致，且尚无人裁定。</translation>
    </message>
    <message>
        <source>The fibre is in a problem of this version's 2D reduction.</source>
        <translation>该光纤属于此版本二维处理的问题范围。</translation>
    </message>
</context>
<context>
    <name>ReleaseRun</name>
    <message>
        <source>%1 is being built.</source>
        <translation>正在构建 %1。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
    <message>
        <source>%1 cannot be started.</source>
        <translation>无法启动 %1。</translation>
    </message>
</context>
<context>
    <name>RemoteFile</name>
    <message>
        <source>%1 has no such file.</source>
        <translation>%1 上没有该文件。</translation>
    </message>
    <message>
        <source>%1 does not give out this file.</source>
        <translation>%1 不允许读取该文件。</translation>
    </message>
    <message>
        <source>%1 broke off in the middle of the file.</source>
        <translation>%1 在传输文件途中断开。</translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation>无法连接 %1。</translation>
    </message>
    <message>
        <source>This is not an http or https address.</source>
        <translation>这不是 http 或 https 地址。</translation>
    </message>
    <message>
        <source>The file at %1 is too large to be a file of spectra.</source>
        <translation>%1 处的文件太大，不可能是光谱文件。</translation>
    </message>
    <message>
        <source>%1 takes too long to answer.</source>
        <translation>%1 响应超时。</translation>
    </message>
    <message>
        <source>%1 answers with an error (HTTP %2).</source>
        <translation>%1 返回错误（HTTP %2）。</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted here.</source>
        <translation>此计算机不信任 %1 的证书。</translation>
    </message>
</context>
<context>
    <name>RenderCommand</name>
    <message>
        <source>Picture to write; its ending .png, .pdf or .svg says what.</source>
        <translation>要写出的图片；由扩展名 .png、.pdf 或 .svg 决定格式。</translation>
    </message>
    <message>
        <source>Which object of a file with several, from 0.</source>
        <translation>文件含多个天体时取哪一个，从 0 起。</translation>
    </message>
    <message>
        <source>Redshift of the line marks instead of the pipeline's.</source>
        <translation>谱线标记所用的红移，代替流水线的红移。</translation>
    </message>
    <message>
        <source>Width and height in pixels.</source>
        <translation>宽和高，以像素计。</translation>
    </message>
    <message>
        <source>light or dark.</source>
        <translation>light（浅色）或 dark（深色）。</translation>
    </message>
    <message>
        <source>Running mean over N pixels.</source>
        <translation>N 个像元的滑动平均。</translation>
    </message>
    <message>
        <source>emission, absorption, both with a comma, or none.</source>
        <translation>emission、absorption、以逗号连接两者，或 none。</translation>
    </message>
    <message>
        <source>Observed vacuum wavelengths to show, in Å.</source>
        <translation>要显示的观测真空波长，单位 Å。</translation>
    </message>
    <message>
        <source>Words above the picture.</source>
        <translation>图片上方的文字。</translation>
    </message>
    <message>
        <source>Name one spectrum to draw; see specdesk render --help.</source>
        <translation>请指定一条要绘制的光谱；参见 specdesk render --help。</translation>
    </message>
    <message>
        <source>Say with -o FILE where the picture shall go.</source>
        <translation>请用 -o FILE 指定图片的位置。</translation>
    </message>
    <message>
        <source>Draw one spectrum as a picture.</source>
        <translation>将一条光谱绘成图片。</translation>
    </message>
    <message>
        <source>Draws a spectrum of a file or URL with its line marks at the pipeline's redshift, or at the one given,
and one line below that says what it is.</source>
        <translation>绘制文件或 URL 中的一条光谱，按流水线的红移或所给的红移标出谱线，
并在图下用一行文字加以说明。</translation>
    </message>
    <message>
        <source>%1 has no spectrum %2: it holds %3, counted from 0.</source>
        <translation>%1 中没有第 %2 条光谱：共有 %3 条，从 0 计起。</translation>
    </message>
</context>
<context>
    <name>RepeatedQuestion</name>
    <message>
        <source>%1 The list is read when it is back.</source>
        <translation>%1 服务器恢复后再读取列表。</translation>
    </message>
</context>
<context>
    <name>ResidualPlot</name>
    <message>
        <source>Spectrum minus template over the error of a pixel</source>
        <translation>光谱减去模板，再除以像元的误差</translation>
    </message>
    <message>
        <source>No template, no residual</source>
        <translation>没有模板，无残差</translation>
    </message>
    <message>
        <source>The file has no errors: no residual</source>
        <translation>文件中没有误差：无残差</translation>
    </message>
    <message>
        <source>residual, σ</source>
        <translation>残差，σ</translation>
    </message>
</context>
<context>
    <name>ResponseController</name>
    <message>
        <source>Its spectra are not in the database.</source>
        <translation>其光谱不在数据库中。</translation>
    </message>
</context>
<context>
    <name>ResponsePage</name>
    <message>
        <source>● open</source>
        <translation>● 待处理</translation>
    </message>
    <message>
        <source>◐ confirmed</source>
        <translation>◐ 已确认</translation>
    </message>
    <message>
        <source>✕ rejected</source>
        <translation>✕ 已驳回</translation>
    </message>
    <message>
        <source>✓ reprocessed</source>
        <translation>✓ 已重新处理</translation>
    </message>
    <message>
        <source>raw</source>
        <translation>原始数据</translation>
    </message>
    <message>
        <source>spectrograph</source>
        <translation>光谱仪</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>观测板</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>臂</translation>
    </message>
    <message>
        <source>By</source>
        <translation>报告人</translation>
    </message>
    <message>
        <source>Sp</source>
        <translation>光谱仪</translation>
    </message>
    <message>
        <source>Fibres</source>
        <translation>光纤</translation>
    </message>
    <message>
        <source>Spectra</source>
        <translation>光谱</translation>
    </message>
    <message>
        <source>Nothing is left. Every problem has its answer.</source>
        <translation>没有剩余。所有问题都已答复。</translation>
    </message>
    <message>
        <source>new version</source>
        <translation>新版本</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Confirm the problem</source>
        <translation>确认该问题</translation>
    </message>
    <message>
        <source>It is no problem</source>
        <translation>这不是问题</translation>
    </message>
    <message>
        <source>Reprocessed with a new version</source>
        <translation>已用新版本重新处理</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Open and confirmed</source>
        <translation>待处理和已确认</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>Nobody has looked yet</source>
        <translation>尚无人查看</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Answered ones too</source>
        <translation>包括已答复的</translation>
    </message>
    <message numerus="yes">
        <source>%n problems</source>
        <translation>
            <numerusform>%n 个问题</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Which version mends it? Type it first.</source>
        <translation>哪个版本解决了它？请先输入版本。</translation>
    </message>
    <message>
        <source>from yyyy-mm-dd</source>
        <translation>从 yyyy-mm-dd</translation>
    </message>
    <message>
        <source>to yyyy-mm-dd</source>
        <translation>到 yyyy-mm-dd</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Fibres against wavelength</source>
        <translation>光纤–波长图</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>驳回</translation>
    </message>
    <message>
        <source>Reprocessed</source>
        <translation>已重新处理</translation>
    </message>
    <message>
        <source>No problem was reported of these.</source>
        <translation>此处没有报告过的问题。</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>蓝端</translation>
    </message>
    <message>
        <source>red</source>
        <translation>红端</translation>
    </message>
    <message>
        <source>%1, spectrograph %2, fibres %3–%4: %5.</source>
        <translation>%1，光谱仪 %2，光纤 %3–%4：%5。</translation>
    </message>
    <message>
        <source>Of the raw data, reported by %1.</source>
        <translation>属于原始数据，由 %1 报告。</translation>
    </message>
    <message>
        <source>Of the 2D reduction, reported by %1.</source>
        <translation>属于 2D 处理，由 %1 报告。</translation>
    </message>
    <message>
        <source>None of its files can be read here.</source>
        <translation>它的文件在这里都无法读取。</translation>
    </message>
</context>
<context>
    <name>RunPanel</name>
    <message>
        <source>formal</source>
        <translation>正式</translation>
    </message>
    <message>
        <source>quarterly</source>
        <translation>季度</translation>
    </message>
    <message>
        <source>is due</source>
        <translation>已到期</translation>
    </message>
    <message numerus="yes">
        <source>in %n days</source>
        <translation>
            <numerusform>%n 天后</numerusform>
        </translation>
    </message>
    <message>
        <source>Folder of the release</source>
        <translation>发布的文件夹</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Build and pack the release</source>
        <translation>构建并打包发布</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Stop building; the next start goes on</source>
        <translation>停止构建；再次开始时会继续</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Open the statistics of the release</source>
        <translation>打开发布的统计</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>The calendar has no release.</source>
        <translation>日历中没有发布。</translation>
    </message>
    <message>
        <source>%1 is being built</source>
        <translation>正在构建 %1</translation>
    </message>
    <message>
        <source>Build %1</source>
        <translation>构建 %1</translation>
    </message>
    <message>
        <source>Building a release is for the role “release”; an administrator gives it.</source>
        <translation>构建发布须有“发布”角色；由管理员授予。</translation>
    </message>
    <message>
        <source>Folder to pack into; none: tables only</source>
        <translation>打包到的文件夹；留空则只生成表</translation>
    </message>
    <message>
        <source>What the build says</source>
        <translation>构建过程的输出</translation>
    </message>
</context>
<context>
    <name>SecondLookController</name>
    <message>
        <source>The file does not hold it.</source>
        <translation>文件中没有它。</translation>
    </message>
</context>
<context>
    <name>SecondLookPage</name>
    <message>
        <source>class</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>subclass</source>
        <translation>子类</translation>
    </message>
    <message>
        <source>redshift</source>
        <translation>红移</translation>
    </message>
    <message>
        <source>grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>usable or not</source>
        <translation>可用与否</translation>
    </message>
    <message>
        <source>redshift or none</source>
        <translation>有无红移</translation>
    </message>
    <message>
        <source>Nobody disagrees. There is nothing to settle.</source>
        <translation>没有分歧，无须裁定。</translation>
    </message>
    <message>
        <source>Take over verdict %1</source>
        <translation>采用判定 %1</translation>
    </message>
    <message>
        <source>Lines of the next verdict</source>
        <translation>下一条判定的谱线</translation>
    </message>
    <message>
        <source>Leave it for later</source>
        <translation>留待以后</translation>
    </message>
    <message>
        <source>Previous conflict</source>
        <translation>上一个冲突</translation>
    </message>
    <message>
        <source>Own answer: type z</source>
        <translation>自定结果：输入 z</translation>
    </message>
    <message>
        <source>Settle with the own answer</source>
        <translation>以自定结果裁定</translation>
    </message>
    <message>
        <source>Subclass</source>
        <translation>子类</translation>
    </message>
    <message>
        <source>z</source>
        <translation>z</translation>
    </message>
    <message>
        <source>They differ in %1</source>
        <translation>分歧在于：%1</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>%1 has no subclass %2.</source>
        <translation>%1 没有子类 %2。</translation>
    </message>
    <message>
        <source>Type a redshift, or choose UNKNOWN.</source>
        <translation>请输入红移，或选择 UNKNOWN。</translation>
    </message>
    <message>
        <source>Spectrum</source>
        <translation>光谱</translation>
    </message>
    <message>
        <source>Redshift</source>
        <translation>红移</translation>
    </message>
    <message>
        <source>Own answer  %1</source>
        <translation>自定结果  %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n conflicts</source>
        <translation>
            <numerusform>%1 / %n 个冲突</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of the first %n conflicts</source>
        <translation>
            <numerusform>前 %n 个冲突中的第 %1 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Secret</name>
    <message>
        <source>There is no password or token in the first line of %1.</source>
        <translation>%1 的第一行中没有密码或令牌。</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>无法读取 %1。</translation>
    </message>
    <message>
        <source>The standard input cannot be read.</source>
        <translation>无法读取标准输入。</translation>
    </message>
    <message>
        <source>the standard input</source>
        <translation>标准输入</translation>
    </message>
</context>
<context>
    <name>ServerCommand</name>
    <message>
        <source>The status as one JSON object.</source>
        <translation>以一个 JSON 对象输出状态。</translation>
    </message>
    <message>
        <source>The server is not running. Its data lie in %1.</source>
        <translation>服务器没有运行。其数据位于 %1。</translation>
    </message>
    <message>
        <source>The server is running (pid %1, %2), up for %3 s%4.</source>
        <translation>服务器正在运行（进程号 %1，%2），已运行 %3 秒%4。</translation>
    </message>
    <message>
        <source>, and stays until it is stopped</source>
        <translation>，会一直运行到被停止为止</translation>
    </message>
    <message>
        <source>Socket %1, data %2.</source>
        <translation>套接字 %1，数据 %2。</translation>
    </message>
    <message>
        <source>Start, stop or show SpecDesk's own database server.</source>
        <translation>启动、停止或显示 SpecDesk 自带的数据库服务器。</translation>
    </message>
    <message>
        <source>Say start, stop or status. Try: specdesk server --help</source>
        <translation>请写 start、stop 或 status。试试：specdesk server --help</translation>
    </message>
    <message>
        <source>Programs that use it: %1.</source>
        <translation>正在使用它的程序数：%1。</translation>
    </message>
    <message>
        <source>start   starts the server and leaves it running until it is stopped
stop    stops it, whoever uses it
status  tells whether it runs, since when and who uses it; exit status 0 if it runs, 69 if not

Windows and commands start the server when they need it; it stops when the last one is gone.</source>
        <translation>start   启动服务器，并让它一直运行到被停止
stop    停止服务器，不论谁在使用
status  显示是否在运行、何时启动以及谁在使用；运行时退出状态为 0，否则为 69

窗口和命令在需要时会启动服务器；最后一个使用者退出后，服务器即停止。</translation>
    </message>
    <message>
        <source>The server was stopped. Its data lie in %1.</source>
        <translation>服务器已停止。其数据位于 %1。</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Own server</source>
        <translation>自带服务器</translation>
    </message>
    <message>
        <source>%1 (TLS)</source>
        <translation>%1（TLS）</translation>
    </message>
    <message>
        <source>%1 (not encrypted)</source>
        <translation>%1（未加密）</translation>
    </message>
</context>
<context>
    <name>Sha256</name>
    <message>
        <source>%1 cannot be read.</source>
        <translation>无法读取 %1。</translation>
    </message>
</context>
<context>
    <name>SimulateCommand</name>
    <message>
        <source>Number of plates.</source>
        <translation>观测板的数目。</translation>
    </message>
    <message>
        <source>Spectra of each plate (default: 250 for each spectrograph).</source>
        <translation>每块观测板的光谱数（默认：每台光谱仪 250 条）。</translation>
    </message>
    <message>
        <source>Spectrographs in use, 1 to 16.</source>
        <translation>使用的光谱仪数，1 至 16。</translation>
    </message>
    <message>
        <source>Evening of the first night.</source>
        <translation>第一个观测夜的日期。</translation>
    </message>
    <message>
        <source>Another number gives another sky.</source>
        <translation>换一个数，就换一片天空。</translation>
    </message>
    <message>
        <source>File layout: image (DR7) or table (DR9).</source>
        <translation>文件格式：image（DR7）或 table（DR9）。</translation>
    </message>
    <message>
        <source>Objects as in the survey, or rich in galaxies, QSOs and special stars.</source>
        <translation>天体比例与巡天相同，或者多含星系、类星体和特殊恒星。</translation>
    </message>
    <message>
        <source>Print the summary as one JSON object.</source>
        <translation>以一个 JSON 对象输出摘要。</translation>
    </message>
    <message>
        <source>Name one folder to write into.</source>
        <translation>请指定一个要写入的文件夹。</translation>
    </message>
    <message>
        <source>%1 is not empty. Choose a new folder, or use --force to write into it.</source>
        <translation>%1 不是空的。请另选新文件夹，或用 --force 写入其中。</translation>
    </message>
    <message>
        <source>Write a survey night whose truth is known.</source>
        <translation>写出一个真值已知的巡天观测夜。</translation>
    </message>
    <message>
        <source>%1: %2 on %3 in %4 s.</source>
        <translation>%1：%3上的 %2，用时 %4 秒。</translation>
    </message>
    <message numerus="yes">
        <source>%n spectra</source>
        <translation>
            <numerusform>%n 条光谱</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plates</source>
        <translation>
            <numerusform>%n 块观测板</numerusform>
        </translation>
    </message>
    <message>
        <source>The pipeline says: %1, %2, %3, %4 unknown; %5.</source>
        <translation>流水线给出：%1，%2，%3，未知 %4；%5。</translation>
    </message>
    <message numerus="yes">
        <source>%n stars</source>
        <translation>
            <numerusform>恒星 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n galaxies</source>
        <translation>
            <numerusform>星系 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n QSOs</source>
        <translation>
            <numerusform>类星体 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sky fibres</source>
        <translation>
            <numerusform>天光光纤 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2: see truth.csv.</source>
        <translation>%1，%2：见 truth.csv。</translation>
    </message>
    <message numerus="yes">
        <source>%n of its answers are wrong or missing</source>
        <translation>
            <numerusform>其中 %n 个结果有误或缺失</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n spectra have a defect</source>
        <translation>
            <numerusform>%n 条光谱有缺陷</numerusform>
        </translation>
    </message>
    <message>
        <source>Store a season in the database instead of writing files: observation log, verdicts, rechecks, problems, parameters and versions as well. DIR is where its files would lie; truth.csv tells what a release must be.</source>
        <translation>不写文件，而将一整季存入数据库：包括观测日志、判定、复核、问题、参数和版本。DIR 为其文件应在的位置；truth.csv 说明发布应有的内容。</translation>
    </message>
    <message>
        <source>With --season: release rules instead of SpecDesk's own.</source>
        <translation>与 --season 合用：使用指定的发布规则，而不用 SpecDesk 自带的规则。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
    <message>
        <source>Write into a folder that is not empty, files of the same name are replaced; with --season: also on a configured server.</source>
        <translation>可写入非空文件夹，同名文件会被替换；与 --season 合用：也可用于已配置的服务器。</translation>
    </message>
    <message>
        <source>The profile's server may hold a survey. To store made-up spectra there all the same: --force</source>
        <translation>配置的服务器上可能有巡天数据。仍要将模拟光谱存入该处：--force</translation>
    </message>
    <message>
        <source>Writes FITS files as LAMOST releases them, with noise, sky residuals, defects and the mistakes of a
pipeline, into DIR/&lt;evening&gt;/&lt;plan&gt;/, and beside them truth.csv (what every spectrum really is) and
observation_log.csv. DIR must be empty or new. The same options give the same files.</source>
        <translation>按 LAMOST 发布的样式写出 FITS 文件，含噪声、天光残差、缺陷和处理软件的错误，
存入 DIR/&lt;观测日&gt;/&lt;计划&gt;/，旁边是 truth.csv（每条光谱的真实情况）和
observation_log.csv。DIR 必须为空或尚不存在。相同的选项得到相同的文件。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n plates</source>
        <translation>
            <numerusform>%1 / %n 个观测板</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plates are in the database; %1/truth.csv tells what a release must have of each spectrum.</source>
        <translation>
            <numerusform>数据库中有 %n 个观测板；%1/truth.csv 说明发布中每条光谱应有的内容。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n spectra</source>
        <translation>
            <numerusform>%1 / %n 条光谱</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SolutionsPanel</name>
    <message>
        <source>● agrees with the pipeline</source>
        <translation>● 与流水线一致</translation>
    </message>
    <message>
        <source>SpecDesk is searching …</source>
        <translation>SpecDesk 正在搜索…</translation>
    </message>
    <message>
        <source>SpecDesk finds nothing to search</source>
        <translation>SpecDesk 没有可搜索的内容</translation>
    </message>
    <message>
        <source>SpecDesk says: no redshift</source>
        <translation>SpecDesk 判断：无红移</translation>
    </message>
    <message>
        <source>%1: ±%2</source>
        <translation>%1：±%2</translation>
    </message>
    <message>
        <source>Δχ² %1 to %2</source>
        <translation>与 %2 的 Δχ² 为 %1</translation>
    </message>
    <message>
        <source>ratio %1</source>
        <translation>比值 %1</translation>
    </message>
    <message>
        <source>nothing tells it from chance</source>
        <translation>与偶然结果无法区分</translation>
    </message>
    <message>
        <source>sky fibre</source>
        <translation>天光光纤</translation>
    </message>
    <message>
        <source>the next is nearly as good</source>
        <translation>次优解几乎同样好</translation>
    </message>
    <message>
        <source>little coverage</source>
        <translation>覆盖范围小</translation>
    </message>
    <message>
        <source>negative template</source>
        <translation>模板为负</translation>
    </message>
    <message>
        <source>negative emission</source>
        <translation>发射线为负</translation>
    </message>
    <message>
        <source>many outliers</source>
        <translation>离群点多</translation>
    </message>
    <message>
        <source>at the end of the range</source>
        <translation>位于范围边缘</translation>
    </message>
    <message>
        <source>%1: %2 by %3, template %4</source>
        <translation>%1：%2，由 %3 求得，模板 %4</translation>
    </message>
</context>
<context>
    <name>SpectrographRow</name>
    <message>
        <source>Spectrograph %1</source>
        <translation>光谱仪 %1</translation>
    </message>
</context>
<context>
    <name>SpectrumCache</name>
    <message>
        <source>%1 holds no spectrum number %2.</source>
        <translation>%1 中没有第 %2 条光谱。</translation>
    </message>
</context>
<context>
    <name>SpectrumCaption</name>
    <message>
        <source>vacuum, from air in the file</source>
        <translation>真空波长，由文件中的空气波长换算</translation>
    </message>
    <message>
        <source>vacuum</source>
        <translation>真空波长</translation>
    </message>
    <message>
        <source>vacuum, air assumed in the file</source>
        <translation>真空波长，假定文件为空气波长</translation>
    </message>
    <message>
        <source>vacuum (assumed)</source>
        <translation>真空波长（假定）</translation>
    </message>
    <message>
        <source>S/N %1</source>
        <translation>信噪比 %1</translation>
    </message>
</context>
<context>
    <name>SpectrumPacker</name>
    <message>
        <source>%1 holds several spectra; only files of one spectrum can go out.</source>
        <translation>%1 含有多条光谱；只能发布单条光谱的文件。</translation>
    </message>
</context>
<context>
    <name>SpectrumPlot</name>
    <message>
        <source>Relative flux</source>
        <translation>相对流量</translation>
    </message>
    <message>
        <source>Flux</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>Observed wavelength (Å, vacuum)</source>
        <translation>观测波长（Å，真空）</translation>
    </message>
    <message>
        <source>Rest wavelength (Å, vacuum) at z = %1</source>
        <translation>静止系波长（Å，真空），z = %1</translation>
    </message>
    <message>
        <source>"%1" ends in none of .png, .pdf, .svg.</source>
        <translation>“%1”的扩展名不是 .png、.pdf、.svg 之一。</translation>
    </message>
    <message>
        <source>arm join</source>
        <translation>双臂拼接</translation>
    </message>
    <message>
        <source>No spectrum</source>
        <translation>没有光谱</translation>
    </message>
</context>
<context>
    <name>SpectrumReader</name>
    <message>
        <source>%1 is cut off: it announces %2 extensions and holds %3.</source>
        <translation>%1 不完整：声明了 %2 个扩展，实有 %3 个。</translation>
    </message>
    <message>
        <source>%1 is too large to be a file of spectra.</source>
        <translation>%1 太大，不可能是光谱文件。</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 是空文件。</translation>
    </message>
    <message>
        <source>%1 holds templates to compare spectra with, no spectrum.</source>
        <translation>%1 中是供光谱比较用的模板，不是光谱。</translation>
    </message>
</context>
<context>
    <name>StarWall</name>
    <message>
        <source>Wall of spectra</source>
        <translation>光谱墙</translation>
    </message>
    <message>
        <source>No spectra here. Those that need no close look come to this wall.</source>
        <translation>此处没有光谱。无须细看的光谱会显示在这面光谱墙上。</translation>
    </message>
</context>
<context>
    <name>StarsController</name>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的操作。</translation>
    </message>
    <message numerus="yes">
        <source>Taken back: %n verdicts.</source>
        <translation>
            <numerusform>已撤回：%n 条判定。</numerusform>
        </translation>
    </message>
    <message>
        <source>The list could not be read. %1</source>
        <translation>无法读取列表。%1</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取…</translation>
    </message>
</context>
<context>
    <name>StarsPage</name>
    <message>
        <source>Page done: accept what was seen</source>
        <translation>本页完成：接受已看过的光谱</translation>
    </message>
    <message>
        <source>Open in Inspect</source>
        <translation>在“检查”页中打开</translation>
    </message>
    <message>
        <source>Larger tiles</source>
        <translation>放大小图</translation>
    </message>
    <message>
        <source>Smaller tiles</source>
        <translation>缩小小图</translation>
    </message>
    <message>
        <source>Templates on or off</source>
        <translation>显示或隐藏模板</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Mark as wrong, or not</source>
        <translation>标为错误或取消标记</translation>
    </message>
    <message>
        <source>Class %1</source>
        <translation>类型 %1</translation>
    </message>
    <message>
        <source>Type a subclass</source>
        <translation>输入子类</translation>
    </message>
    <message>
        <source>Type z</source>
        <translation>输入 z</translation>
    </message>
    <message>
        <source>Bad reduction</source>
        <translation>数据处理不良</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Choose nothing</source>
        <translation>取消选择</translation>
    </message>
    <message>
        <source>Tile size</source>
        <translation>小图大小</translation>
    </message>
    <message>
        <source>Tile size (Ctrl+wheel)</source>
        <translation>小图大小（Ctrl+滚轮）</translation>
    </message>
    <message>
        <source>%1 has no subclass %2.</source>
        <translation>%1 没有子类 %2。</translation>
    </message>
    <message>
        <source>%1   %2   sp %3   fibre %4</source>
        <translation>%1   %2   谱仪 %3   光纤 %4</translation>
    </message>
    <message>
        <source>click</source>
        <translation>单击</translation>
    </message>
    <message>
        <source>drag; Ctrl + click</source>
        <translation>拖动；Ctrl + 单击</translation>
    </message>
    <message>
        <source>Choose several</source>
        <translation>选择多个</translation>
    </message>
    <message>
        <source>double click</source>
        <translation>双击</translation>
    </message>
    <message>
        <source>Ctrl + wheel</source>
        <translation>Ctrl + 滚轮</translation>
    </message>
    <message>
        <source>Size of the tiles</source>
        <translation>小图大小</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>no server</source>
        <translation>无服务器</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 条待存</translation>
    </message>
    <message>
        <source>Every verdict is stored</source>
        <translation>所有判定均已保存</translation>
    </message>
    <message>
        <source>%1 per hour</source>
        <translation>每小时 %1 条</translation>
    </message>
    <message>
        <source>reading %1 / %2</source>
        <translation>正在读取 %1 / %2</translation>
    </message>
    <message>
        <source>Verdicts on their way to the server</source>
        <translation>正在发往服务器的判定</translation>
    </message>
</context>
<context>
    <name>SubclassPanel</name>
    <message>
        <source>Subclass</source>
        <translation>子类</translation>
    </message>
    <message>
        <source>e.g. K5, dM3, A2IV, WD</source>
        <translation>例如 K5、dM3、A2IV、WD</translation>
    </message>
    <message>
        <source>Subclass  %1</source>
        <translation>子类  %1</translation>
    </message>
    <message>
        <source>“%1” is no subclass of %2.</source>
        <translation>“%1”不是 %2 的子类。</translation>
    </message>
</context>
<context>
    <name>TablePublication</name>
    <message>
        <source>Publishing was stopped; it can be started again.</source>
        <translation>公布已中止；可以重新启动。</translation>
    </message>
    <message>
        <source>The table %1 did not arrive as it was sent; nothing was changed there.</source>
        <translation>表 %1 送达后与发送时不一致；那里没有任何改动。</translation>
    </message>
</context>
<context>
    <name>TaskChoice</name>
    <message>
        <source>What to work on</source>
        <translation>要处理的内容</translation>
    </message>
    <message>
        <source>Everything open</source>
        <translation>所有待检光谱</translation>
    </message>
    <message>
        <source>%1   %2 left</source>
        <translation>%1   剩余 %2</translation>
    </message>
    <message>
        <source>%1 of %2 looks done; %3 are held just now</source>
        <translation>已查看 %1 / %2 次；现有 %3 条领取中</translation>
    </message>
    <message>
        <source>%1   ended</source>
        <translation>%1   已结束</translation>
    </message>
</context>
<context>
    <name>TaskForm</name>
    <message>
        <source>Title of the task</source>
        <translation>任务标题</translation>
    </message>
    <message>
        <source>Plates</source>
        <translation>观测板</translation>
    </message>
    <message>
        <source>Spectrographs</source>
        <translation>光谱仪</translation>
    </message>
    <message>
        <source>For whom (all)</source>
        <translation>交给谁（所有人）</translation>
    </message>
    <message>
        <source>S/N from</source>
        <translation>信噪比下限</translation>
    </message>
    <message>
        <source>S/N to</source>
        <translation>信噪比上限</translation>
    </message>
    <message>
        <source>Known ones, %</source>
        <translation>已知光谱，%</translation>
    </message>
    <message>
        <source>one look</source>
        <translation>看 1 次</translation>
    </message>
    <message>
        <source>How many different people look at each</source>
        <translation>每条光谱由多少个不同的人查看</translation>
    </message>
    <message>
        <source>Telling first</source>
        <translation>信息量优先</translation>
    </message>
    <message>
        <source>Where a look tells most comes first</source>
        <translation>查看后所得信息最多的排在最前</translation>
    </message>
    <message>
        <source>As observed</source>
        <translation>按观测顺序</translation>
    </message>
    <message>
        <source>Date, plate, spectrograph, fibre</source>
        <translation>日期、观测板、光谱仪、光纤</translation>
    </message>
    <message>
        <source>Scattered</source>
        <translation>打乱</translation>
    </message>
    <message>
        <source>Random, the same every time</source>
        <translation>随机，但每次顺序相同</translation>
    </message>
    <message>
        <source>Hand out</source>
        <translation>分发</translation>
    </message>
    <message>
        <source>Give the task a title.</source>
        <translation>请给任务加上标题。</translation>
    </message>
    <message>
        <source>Nights: yyyy-mm-dd …</source>
        <translation>观测夜：yyyy-mm-dd …</translation>
    </message>
    <message>
        <source>P</source>
        <translation>P</translation>
    </message>
    <message>
        <source>The least probability first</source>
        <translation>概率最小的优先</translation>
    </message>
    <message>
        <source>The least Δχ² between the best answers first</source>
        <translation>最佳结果之间 Δχ² 最小的优先</translation>
    </message>
    <message>
        <source>Photometry</source>
        <translation>测光</translation>
    </message>
    <message>
        <source>Class against what the target was picked as first</source>
        <translation>类型与目标选源类别不符的优先</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>逐条</translation>
    </message>
    <message>
        <source>On the inspector's page</source>
        <translation>在检查员的页面上</translation>
    </message>
    <message>
        <source>On the wall</source>
        <translation>光谱墙</translation>
    </message>
    <message>
        <source>The stars that are browsed</source>
        <translation>批量浏览的恒星</translation>
    </message>
    <message>
        <source>%1 is not a number.</source>
        <translation>%1 不是数。</translation>
    </message>
    <message numerus="yes">
        <source>%n looks</source>
        <translation>
            <numerusform>看 %n 次</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TaskSeats</name>
    <message numerus="yes">
        <source>The time for %n spectra of this task was over and somebody else has them now; they left the list.</source>
        <translation>
            <numerusform>此任务中有 %n 条光谱的领取时限已过，现已由他人领取；它们已从列表中移除。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing more of this task is free now.</source>
        <translation>此任务目前没有更多可领取的光谱。</translation>
    </message>
</context>
<context>
    <name>TasksCommand</name>
    <message>
        <source>Date of observation; may be given again.</source>
        <translation>观测日期；可多次给出。</translation>
    </message>
    <message>
        <source>Plate; may be given again.</source>
        <translation>观测板；可多次给出。</translation>
    </message>
    <message>
        <source>Spectrograph; may be given again.</source>
        <translation>光谱仪；可多次给出。</translation>
    </message>
    <message>
        <source>STAR, GALAXY, QSO or UNKNOWN; may be given again.</source>
        <translation>STAR、GALAXY、QSO 或 UNKNOWN；可多次给出。</translation>
    </message>
    <message>
        <source>Wildcard, e.g. sdM*; may be given again.</source>
        <translation>通配符，如 sdM*；可多次给出。</translation>
    </message>
    <message>
        <source>Wildcard for the type of the input catalogue; may be given again.</source>
        <translation>用于输入星表中类型的通配符；可多次给出。</translation>
    </message>
    <message>
        <source>inspect or browse.</source>
        <translation>inspect 或 browse。</translation>
    </message>
    <message>
        <source>Pipeline version.</source>
        <translation>处理版本。</translation>
    </message>
    <message>
        <source>S/N in g or r, the larger, at least.</source>
        <translation>g 或 r 波段信噪比（取较大者）的下限。</translation>
    </message>
    <message>
        <source>S/N in g or r, the larger, at most.</source>
        <translation>g 或 r 波段信噪比（取较大者）的上限。</translation>
    </message>
    <message>
        <source>Also what has a verdict.</source>
        <translation>也包括已有判定的光谱。</translation>
    </message>
    <message>
        <source>How many people look at each spectrum.</source>
        <translation>每条光谱由多少人查看。</translation>
    </message>
    <message>
        <source>Share of known spectra mixed in, 0 to 0.5.</source>
        <translation>混入的已知光谱所占比例，0 至 0.5。</translation>
    </message>
    <message>
        <source>Minutes after which what is not decided is free again.</source>
        <translation>多少分钟后，尚未判定的光谱重新可供领取。</translation>
    </message>
    <message>
        <source>Give it to this person; may be given again. Otherwise to everybody.</source>
        <translation>交给此人；可多次给出。不给出则交给所有人。</translation>
    </message>
    <message>
        <source>List closed tasks too.</source>
        <translation>也列出已关闭的任务。</translation>
    </message>
    <message>
        <source>One JSON object a line instead of a table.</source>
        <translation>每行一个 JSON 对象，而不是表格。</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Spectra</source>
        <translation>光谱</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>查看次数</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>领取中</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>For</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>By</source>
        <translation>报告人</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>“%1” is no order.</source>
        <translation>“%1”不是顺序。</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>检查员</translation>
    </message>
    <message>
        <source>Known spectra</source>
        <translation>已知光谱</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>Wrong class</source>
        <translation>类型错误</translation>
    </message>
    <message>
        <source>Wrong redshift</source>
        <translation>红移错误</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>Wrong %</source>
        <translation>错误率 %</translation>
    </message>
    <message>
        <source>This is not understood. Try: specdesk tasks --help</source>
        <translation>无法理解。请看：specdesk tasks --help</translation>
    </message>
    <message>
        <source>Hand out work, list it, and score people on known spectra.</source>
        <translation>分发工作、列出工作，并用已知光谱给人员评分。</translation>
    </message>
    <message>
        <source>A task is what its options find at this moment. People take spectra of it for a while; two never get the
same one, unless it is to be looked at several times.</source>
        <translation>任务的内容就是其选项此刻所找到的光谱。人员领取其中的光谱，限时使用；除非光谱须查看多次，
否则两个人不会领到同一条。</translation>
    </message>
    <message>
        <source>What comes first: information (what tells most), probability (least P), delta-chi2 (least), photometry (class against the target's), natural (as observed) or random.</source>
        <translation>排在最前的是：information（信息量最多）、probability（P 最小）、delta-chi2（最小）、photometry（类型与目标类别不符）、natural（按观测顺序）或 random（随机）。</translation>
    </message>
    <message>
        <source>[list | create TITLE | assign NUMBER | close NUMBER | reopen NUMBER | known FILE | scores]</source>
        <translation>[list | create 标题 | assign 编号 | close 编号 | reopen 编号 | known 文件 | scores]</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n spectra of %2 are known now; the others are not in the queue.</source>
        <translation>
            <numerusform>%2 的 %n 条光谱中现有 %1 条为已知光谱；其余不在队列中。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no account “%1”.</source>
        <translation>没有账户“%1”。</translation>
    </message>
    <message>
        <source>“%1” is no task's number.</source>
        <translation>“%1”不是任务编号。</translation>
    </message>
    <message>
        <source>Task %1 is closed.</source>
        <translation>任务 %1 已结束。</translation>
    </message>
    <message>
        <source>Task %1 is open again.</source>
        <translation>任务 %1 已重新开放。</translation>
    </message>
    <message>
        <source>Task %1 is given to everybody.</source>
        <translation>任务 %1 已交给所有人。</translation>
    </message>
    <message>
        <source>Task %1 is given to: %2.</source>
        <translation>任务 %1 已交给：%2。</translation>
    </message>
</context>
<context>
    <name>TemplateFile</name>
    <message>
        <source>%1 is not a complete template file.</source>
        <translation>%1 不是完整的模板文件。</translation>
    </message>
    <message>
        <source>%1 has no template in the range of wavelengths SpecDesk uses.</source>
        <translation>%1 中没有位于 SpecDesk 所用波长范围内的模板。</translation>
    </message>
    <message>
        <source>%1 does not say at which wavelengths its templates are.</source>
        <translation>%1 没有说明其模板的波长。</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>没有文件夹 %1。</translation>
    </message>
</context>
<context>
    <name>TemplatesCommand</name>
    <message>
        <source>Build a set of redshift templates, or list one.</source>
        <translation>构建一套红移模板，或列出已有的一套。</translation>
    </message>
    <message>
        <source>What to do? build or list; see specdesk templates --help.</source>
        <translation>要做什么？build 或 list；参见 specdesk templates --help。</translation>
    </message>
    <message>
        <source>build: folder to write the set into.</source>
        <translation>build：写入整套模板的文件夹。</translation>
    </message>
    <message>
        <source>build: version written into the files.</source>
        <translation>build：写入文件的版本。</translation>
    </message>
    <message>
        <source>build: least median S/N of a spectrum that is used (default 8).</source>
        <translation>build：所用光谱的信噪比中位数下限（默认 8）。</translation>
    </message>
    <message>
        <source>list: the set of a folder instead of SpecDesk's own.</source>
        <translation>list：列出某个文件夹中的整套模板，而不是 SpecDesk 自带的模板。</translation>
    </message>
    <message>
        <source>Name a folder to write into with -o.</source>
        <translation>请用 -o 指定要写入的文件夹。</translation>
    </message>
    <message>
        <source>--min-snr takes a number.</source>
        <translation>--min-snr 后应为数。</translation>
    </message>
    <message>
        <source>list: also what each group is made from.</source>
        <translation>list：同时列出各组的来源。</translation>
    </message>
    <message>
        <source>build: averages the verified stars of the files and folders by type, mixes galaxies from them, adds
models of rare stars and of QSOs, and writes one file a group with version and provenance.
list: the groups of a set and their components.</source>
        <translation>build：按类型平均各文件和文件夹中经核实的恒星，由其混合出星系，加入稀有恒星和类星体的
模型，每组写成一个带版本和来源的文件。
list：列出一套模板的各组及其成分。</translation>
    </message>
</context>
<context>
    <name>TextSheet</name>
    <message>
        <source>Copy all</source>
        <translation>全部复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>TextSpectrum</name>
    <message>
        <source>%1 is not a spectrum: its text has no columns of wavelength and flux.</source>
        <translation>%1 不是光谱：其文本中没有波长列和流量列。</translation>
    </message>
    <message>
        <source>%1 has %2 rows of numbers; a spectrum has at least %3.</source>
        <translation>%1 有 %2 行数值；光谱至少有 %3 行。</translation>
    </message>
</context>
<context>
    <name>TraceLayer</name>
    <message>
        <source>No good pixel: all of this spectrum is masked or has no weight.</source>
        <translation>没有可用像元：此光谱全部被掩蔽或没有权重。</translation>
    </message>
</context>
<context>
    <name>TruthSource</name>
    <message>
        <source>Classes and redshifts as a table: columns file or obsid, z, class. Without it, truth.csv of a simulated night, else what the pipeline says without a warning.</source>
        <translation>以表格给出类型和红移：列为 file 或 obsid、z、class。不给出时，用模拟观测夜的 truth.csv，否则用流水线给出且没有警告的结果。</translation>
    </message>
    <message>
        <source>Classes and redshifts of the verdicts in the database that stand.</source>
        <translation>数据库中有效判定的类型和红移。</translation>
    </message>
    <message>
        <source>There is no spectrum to compare: name files or folders, or use --verdicts.</source>
        <translation>没有可比较的光谱：请指定文件或文件夹，或使用 --verdicts。</translation>
    </message>
</context>
<context>
    <name>TruthTable</name>
    <message>
        <source>The table of truths is empty.</source>
        <translation>真值表是空的。</translation>
    </message>
    <message>
        <source>The table of truths needs the columns z and obsid or file.</source>
        <translation>真值表须有 z 列，以及 obsid 列或 file 列。</translation>
    </message>
</context>
<context>
    <name>TwoDf</name>
    <message>
        <source>%1 holds no fibre that saw an object or the sky.</source>
        <translation>%1 中没有对准天体或天光的光纤。</translation>
    </message>
</context>
<context>
    <name>UnfinishedFile</name>
    <message>
        <source>The disk is full: %1 could not be written.</source>
        <translation>磁盘已满：无法写入 %1。</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
</context>
<context>
    <name>UnitPacker</name>
    <message>
        <source>Packing was stopped; it can be started again.</source>
        <translation>打包已停止；可以重新开始。</translation>
    </message>
    <message>
        <source>None of the %1 spectra of %2 can be read: is their disk there? %3</source>
        <translation>%2 的 %1 条光谱都无法读取：其所在的磁盘是否已挂载？%3</translation>
    </message>
    <message>
        <source>The disk of %1 has not taken all that was written.</source>
        <translation>%1 所在磁盘未能写入全部内容。</translation>
    </message>
</context>
<context>
    <name>VerdictColumn</name>
    <message>
        <source>Take over the verdict of %1</source>
        <translation>采用 %1 的判定</translation>
    </message>
    <message>
        <source>no redshift</source>
        <translation>无红移</translation>
    </message>
    <message>
        <source>grade %1</source>
        <translation>%1 级</translation>
    </message>
    <message>
        <source>no grade</source>
        <translation>无等级</translation>
    </message>
</context>
<context>
    <name>VerdictEditor</name>
    <message>
        <source>%1 here would mean z = %2.</source>
        <translation>此处若为 %1，则 z = %2。</translation>
    </message>
</context>
<context>
    <name>VerdictPanel</name>
    <message>
        <source>pipeline</source>
        <translation>流水线</translation>
    </message>
    <message>
        <source>no redshift</source>
        <translation>无红移</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>手动输入</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>微调</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>依据 %1</translation>
    </message>
    <message>
        <source>grade %1</source>
        <translation>%1 级</translation>
    </message>
    <message>
        <source>class only</source>
        <translation>仅定类型</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Grade %1: %2</source>
        <translation>%1 级：%2</translation>
    </message>
    <message>
        <source>No grade: class only</source>
        <translation>未评级：仅定类型</translation>
    </message>
    <message>
        <source>Keep and go on</source>
        <translation>保留并继续</translation>
    </message>
    <message>
        <source>Store the change</source>
        <translation>保存修改</translation>
    </message>
    <message>
        <source>Store my answer</source>
        <translation>保存我的判定</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Comment  %1</source>
        <translation>备注  %1</translation>
    </message>
    <message>
        <source>≥ 99 % sure, two secure features</source>
        <translation>≥ 99 % 把握，两个可靠特征</translation>
    </message>
    <message>
        <source>≥ 95 % sure</source>
        <translation>≥ 95 % 把握</translation>
    </message>
    <message>
        <source>one feature, look again; say why</source>
        <translation>一个特征，须再看；请说明原因</translation>
    </message>
    <message>
        <source>signal, but no idea</source>
        <translation>有信号，但无法判断</translation>
    </message>
    <message>
        <source>no redshift can be had</source>
        <translation>无法得到红移</translation>
    </message>
    <message>
        <source>answer %1</source>
        <translation>结果 %1</translation>
    </message>
    <message>
        <source>χ² peak</source>
        <translation>χ² 峰</translation>
    </message>
    <message>
        <source>fit to lines</source>
        <translation>谱线拟合</translation>
    </message>
    <message>
        <source>Grade %1: %2 (%1 stores it and goes on, Alt+%1 chooses it)</source>
        <translation>等级 %1：%2（%1 存储并继续，Alt+%1 只选择）</translation>
    </message>
    <message>
        <source>%1 this answer   %2…%3 another grade   %4 on without one   %5 take back</source>
        <translation>%1 采用此结果   %2…%3 其他等级   %4 不判定，继续   %5 撤回</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>You may look only</source>
        <translation>您只能查看</translation>
    </message>
</context>
<context>
    <name>VerdictSender</name>
    <message>
        <source>The database server does not answer.</source>
        <translation>数据库服务器没有应答。</translation>
    </message>
</context>
<context>
    <name>VerdictsCommand</name>
    <message>
        <source>Write to this file instead of the standard output.</source>
        <translation>写入此文件，而不是标准输出。</translation>
    </message>
    <message>
        <source>One JSON object a line instead of CSV.</source>
        <translation>每行输出一个 JSON 对象，而不是 CSV。</translation>
    </message>
    <message>
        <source>Only this person's verdicts.</source>
        <translation>仅此人的判定。</translation>
    </message>
    <message>
        <source>Only verdicts on this spectrum.</source>
        <translation>仅对此光谱的判定。</translation>
    </message>
    <message>
        <source>Only verdicts given at or after this UTC date or time (ISO 8601).</source>
        <translation>仅此 UTC 日期或时间（ISO 8601）及以后给出的判定。</translation>
    </message>
    <message>
        <source>Only verdicts given before this UTC date or time.</source>
        <translation>仅此 UTC 日期或时间之前给出的判定。</translation>
    </message>
    <message>
        <source>Only verdicts that stand: no withdrawn and no replaced ones.</source>
        <translation>仅有效的判定：不含已撤回和已被取代的。</translation>
    </message>
    <message>
        <source>%1 is no date: write 2026-03-29 or 2026-03-29T21:30:00.</source>
        <translation>%1 不是日期：请写成 2026-03-29 或 2026-03-29T21:30:00。</translation>
    </message>
    <message>
        <source>%1 is no obsid.</source>
        <translation>%1 不是 obsid。</translation>
    </message>
    <message>
        <source>Export the verdicts as CSV or JSON.</source>
        <translation>以 CSV 或 JSON 导出判定。</translation>
    </message>
    <message>
        <source>Writes the verdicts in the order they were given, with everything that was noted at each.</source>
        <translation>按给出的先后顺序写出判定，以及每次判定时记录的全部内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n verdicts written to %1.</source>
        <translation>
            <numerusform>已将 %n 条判定写入 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>What was changed instead: by whom, when, from what to what. Corrections and what was taken back are there.</source>
        <translation>改为列出更改：何人、何时、由何改为何。更正和撤回的判定也在其中。</translation>
    </message>
    <message>
        <source>--changes and --current do not go together.</source>
        <translation>--changes 与 --current 不能同时使用。</translation>
    </message>
</context>
<context>
    <name>WallModel</name>
    <message>
        <source>%1
obsid %2, plate %3, spectrograph %4, fibre %5</source>
        <translation>%1
obsid %2，观测板 %3，光谱仪 %4，光纤 %5</translation>
    </message>
    <message>
        <source>%1   S/N %2</source>
        <translation>%1   信噪比 %2</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>remark</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>WavelengthDoubt</name>
    <message>
        <source>log10 of Å</source>
        <translation>Å 的常用对数</translation>
    </message>
    <message>
        <source>ln of Å</source>
        <translation>Å 的自然对数</translation>
    </message>
    <message>
        <source>The file names no unit: its wavelengths were taken as %1.</source>
        <translation>文件没有说明波长单位：已按 %1 读取。</translation>
    </message>
    <message>
        <source>%1 Å are no wavelengths of a spectrum: the file may mean µm or log10 of Å.</source>
        <translation>%1 Å 不可能是光谱的波长：文件中可能是 µm 或 Å 的 log10。</translation>
    </message>
    <message>
        <source>%1 Å is far ultraviolet: if nm are meant, the file must name them.</source>
        <translation>%1 Å 属于远紫外：若单位是 nm，须在文件中注明。</translation>
    </message>
</context>
<context>
    <name>WavelengthUnit</name>
    <message>
        <source>%1 gives its wavelengths in “%2”, which SpecDesk does not know.</source>
        <translation>%1 的波长单位是“%2”，SpecDesk 不认识。</translation>
    </message>
    <message>
        <source>%1 has wavelengths from %2 to %3 and does not say in which unit: write it into the file.</source>
        <translation>%1 的波长为 %2 至 %3，但没有说明单位：请在文件中写明。</translation>
    </message>
</context>
<context>
    <name>Weave</name>
    <message>
        <source>%1 holds no fibre that saw an object or the sky.</source>
        <translation>%1 中没有对准天体或天光的光纤。</translation>
    </message>
</context>
<context>
    <name>WebTarget</name>
    <message>
        <source>%1 did not arrive at %2 as it was sent.</source>
        <translation>%1 送达 %2 后与发送时不一致。</translation>
    </message>
    <message>
        <source>%1 does not take files from us.</source>
        <translation>%1 不接收我们的文件。</translation>
    </message>
    <message>
        <source>The disk of %1 is full.</source>
        <translation>%1 所在的磁盘已满。</translation>
    </message>
    <message>
        <source>%1 refuses %2.</source>
        <translation>%1 拒绝接收 %2。</translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation>无法连接 %1。</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>无法读取 %1。</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted here.</source>
        <translation>此计算机不信任 %1 的证书。</translation>
    </message>
</context>
<context>
    <name>WholeFile</name>
    <message>
        <source>%1 cannot be opened.</source>
        <translation>无法打开 %1。</translation>
    </message>
    <message>
        <source>%1 cannot be read to its end.</source>
        <translation>%1 无法读到末尾。</translation>
    </message>
</context>
<context>
    <name>WithdrawCommand</name>
    <message>
        <source>Why, in words.</source>
        <translation>原因，用文字说明。</translation>
    </message>
    <message>
        <source>Only from this release, e.g. dr6 (default: from every one).</source>
        <translation>只从此发布中撤回，如 dr6（默认：从所有发布中撤回）。</translation>
    </message>
    <message>
        <source>Show what was withdrawn.</source>
        <translation>显示已撤回的光谱。</translation>
    </message>
    <message>
        <source>Name spectra and the reason: specdesk withdraw OBSID… --reason TEXT</source>
        <translation>请给出光谱和原因：specdesk withdraw OBSID… --reason TEXT</translation>
    </message>
    <message>
        <source>%1 is no obsid.</source>
        <translation>%1 不是 obsid。</translation>
    </message>
    <message>
        <source>Take single spectra out of releases, with a reason.</source>
        <translation>从发布中撤回个别光谱，并注明原因。</translation>
    </message>
    <message>
        <source>The next integration leaves these spectra out and keeps the reason; packing then removes their
files, and publishing removes them where they went.</source>
        <translation>下次整合会排除这些光谱并记下原因；随后打包会删除它们的文件，
发布会从送达之处将其删除。</translation>
    </message>
    <message>
        <source>There is no release “%1”; none was built yet.</source>
        <translation>没有名为“%1”的发布；尚未构建过任何发布。</translation>
    </message>
    <message>
        <source>There is no release “%1”. There are: %2.</source>
        <translation>没有名为“%1”的发布。现有：%2。</translation>
    </message>
    <message numerus="yes">
        <source>%n spectra withdrawn; the next integration leaves them out.</source>
        <translation>
            <numerusform>已撤回 %n 条光谱；下一次集成将不含它们。</numerusform>
        </translation>
    </message>
    <message>
        <source>With --list: one JSON object a line instead of a table.</source>
        <translation>与 --list 合用：每行一个 JSON 对象，不用表格。</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Withdrawn at</source>
        <translation>撤回时间</translation>
    </message>
    <message>
        <source>By</source>
        <translation>执行人</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>WorkPages</name>
    <message>
        <source>Stars</source>
        <translation>恒星</translation>
    </message>
    <message>
        <source>2D</source>
        <translation>二维</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>复核</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>2D team</source>
        <translation>2D 组</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Your account is not entered as a member: it may look but not decide. An administrator can enter it.</source>
        <translation>您的账号尚未登记为成员：可以查看，但不能判定。管理员可以登记。</translation>
    </message>
</context>
<context>
    <name>commandline</name>
    <message>
        <source>SpecDesk: eye-check and quality control of multi-fibre spectra.

Usage: specdesk [PATH…]             open a window on files, folders or the queue
       specdesk --pictures FOLDER [PATH…]  pictures of the window, without a display
       specdesk COMMAND [ARGUMENTS]  work without a window

Commands:
</source>
        <translation>SpecDesk：多光纤光谱的目视检查与质量控制。

用法：specdesk [PATH…]                    打开窗口，显示文件、文件夹或检查队列
      specdesk --pictures FOLDER [PATH…]  生成窗口的图片，无需显示器
      specdesk COMMAND [ARGUMENTS]        不开窗口，执行命令

命令：
</translation>
    </message>
    <message>
        <source>
`specdesk COMMAND --help` tells the rest. Exit statuses follow sysexits(3).
</source>
        <translation>
详情参见 `specdesk COMMAND --help`。退出状态遵循 sysexits(3)。
</translation>
    </message>
    <message>
        <source>Name the folder for the pictures.</source>
        <translation>请指定存放图片的文件夹。</translation>
    </message>
    <message>
        <source>Unknown option %1. Try: specdesk --help</source>
        <translation>未知选项 %1。试试：specdesk --help</translation>
    </message>
    <message>
        <source>The output could not be written: %1.</source>
        <translation>输出无法写入：%1。</translation>
    </message>
    <message>
        <source>There is no command and no file %1.</source>
        <translation>没有名为 %1 的命令或文件。</translation>
    </message>
    <message>
        <source>Making a database in %1, this once.</source>
        <translation>首次使用，正在 %1 建立数据库。</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>%1 Try: specdesk %2 --help</source>
        <translation>%1 试试：specdesk %2 --help</translation>
    </message>
    <message>
        <source>Usage: specdesk %1 [options] %2</source>
        <translation>用法：specdesk %1 [选项] %2</translation>
    </message>
    <message>
        <source>%1 is not understood. Try: specdesk %2 --help</source>
        <translation>无法理解 %1。请试：specdesk %2 --help</translation>
    </message>
    <message>
        <source>None of the files could be read.</source>
        <translation>这些文件都无法读取。</translation>
    </message>
    <message>
        <source>%1%2 does not take “%3”. Try: specdesk %4 --help</source>
        <translation>%1%2 不接受“%3”。请试：specdesk %4 --help</translation>
    </message>
    <message>
        <source>Usage: specdesk %1 %2</source>
        <translation>用法：specdesk %1 %2</translation>
    </message>
</context>
<context>
    <name>db</name>
    <message>
        <source>The keyring has no password for this server.</source>
        <translation>密钥环中没有此服务器的密码。</translation>
    </message>
    <message>
        <source>The keyring was not opened.</source>
        <translation>密钥环未能打开。</translation>
    </message>
    <message>
        <source>There is no keyring on this system, so the password is not remembered.</source>
        <translation>本系统没有密钥环，因此无法记住密码。</translation>
    </message>
    <message>
        <source>Another program has been starting or stopping SpecDesk's database for too long.</source>
        <translation>另一个程序启动或停止 SpecDesk 的数据库耗时过久。</translation>
    </message>
    <message>
        <source>SpecDesk's database is in use on another computer, %1.</source>
        <translation>SpecDesk 的数据库正在另一台计算机 %1 上使用。</translation>
    </message>
    <message>
        <source>The folder for SpecDesk's database, %1, cannot be made.</source>
        <translation>无法创建 SpecDesk 数据库的文件夹 %1。</translation>
    </message>
    <message>
        <source>The folder %1 belongs to somebody else, so SpecDesk does not keep its database there.</source>
        <translation>文件夹 %1 属于他人，SpecDesk 不会把数据库放在那里。</translation>
    </message>
    <message>
        <source>There is no place for the socket of SpecDesk's database: %1 cannot be made or belongs to somebody else.</source>
        <translation>SpecDesk 数据库的套接字无处安放：%1 无法创建或属于他人。</translation>
    </message>
    <message>
        <source>The disk of %1 is too full for SpecDesk's database.</source>
        <translation>%1 所在的磁盘太满，放不下 SpecDesk 的数据库。</translation>
    </message>
    <message>
        <source>This user has no name in the system, so SpecDesk's database cannot tell him from others.</source>
        <translation>此用户在系统中没有用户名，SpecDesk 的数据库无法将其与他人区分。</translation>
    </message>
    <message>
        <source>SpecDesk's database could not be created.</source>
        <translation>无法创建 SpecDesk 的数据库。</translation>
    </message>
    <message>
        <source>SpecDesk's database server ended while it was starting. Its log is %1.</source>
        <translation>SpecDesk 的数据库服务器在启动过程中退出。其日志为 %1。</translation>
    </message>
    <message>
        <source>SpecDesk's database server cannot be started.</source>
        <translation>无法启动 SpecDesk 的数据库服务器。</translation>
    </message>
    <message>
        <source>The database server does not offer a secure connection (TLS), which this profile requires.</source>
        <translation>数据库服务器不提供此配置所要求的安全连接（TLS）。</translation>
    </message>
    <message>
        <source>Qt's MySQL driver is missing (package libqt6sql6-mysql).</source>
        <translation>缺少 Qt 的 MySQL 驱动（软件包 libqt6sql6-mysql）。</translation>
    </message>
    <message>
        <source>No secure connection to the database server could be made.</source>
        <translation>无法与数据库服务器建立安全连接。</translation>
    </message>
    <message>
        <source>The disk of the database is full.</source>
        <translation>数据库所在的磁盘已满。</translation>
    </message>
    <message>
        <source>The database server does not allow this account to do that.</source>
        <translation>数据库服务器不允许此账号执行该操作。</translation>
    </message>
    <message>
        <source>The database server cannot be reached.</source>
        <translation>无法连接数据库服务器。</translation>
    </message>
    <message>
        <source>The database server answered with error %1.</source>
        <translation>数据库服务器返回错误 %1。</translation>
    </message>
    <message>
        <source>Another program is changing the database just now.</source>
        <translation>另一个程序正在更改数据库。</translation>
    </message>
    <message>
        <source>The database “%1” was made by a newer SpecDesk (its version is %2, this SpecDesk knows %3). Please use a newer SpecDesk.</source>
        <translation>数据库“%1”由更新版本的 SpecDesk 创建（其版本为 %2，本 SpecDesk 支持到 %3）。请使用更新版本的 SpecDesk。</translation>
    </message>
    <message>
        <source>“%1” cannot be a schema prefix: it must begin with a lower-case letter, go on with letters, digits or _, and have at most 24 of them.</source>
        <translation>“%1”不能用作库名前缀：必须以小写字母开头，其后为字母、数字或 _，最多 24 个字符。</translation>
    </message>
    <message>
        <source>The spectrum %1 is not in the database.</source>
        <translation>数据库中没有光谱 %1。</translation>
    </message>
    <message>
        <source>Another program stores the same spectra.</source>
        <translation>另一个程序正在存入相同的光谱。</translation>
    </message>
    <message>
        <source>%1 has no spectrum id.</source>
        <translation>%1 没有光谱编号。</translation>
    </message>
    <message>
        <source>There is no verdict of yours on this spectrum to take back.</source>
        <translation>您对此光谱没有可撤回的判定。</translation>
    </message>
    <message>
        <source>MariaDB is not installed here: please install the package “mariadb-server-core”, or choose the survey's server with: specdesk profile HOST</source>
        <translation>此处没有安装 MariaDB：请安装软件包“mariadb-server-core”，或用以下命令选择巡天项目的服务器：specdesk profile HOST</translation>
    </message>
    <message>
        <source>The journal %1 cannot be opened: %2.</source>
        <translation>无法打开判定日志 %1：%2。</translation>
    </message>
    <message>
        <source>Another window has the journal %1.</source>
        <translation>判定日志 %1 正由另一个窗口使用。</translation>
    </message>
    <message>
        <source>The disk of %1 is full.</source>
        <translation>%1 所在的磁盘已满。</translation>
    </message>
    <message>
        <source>The journal %1 cannot be written: %2.</source>
        <translation>无法写入判定日志 %1：%2。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
    <message>
        <source>The folder %1 is locked.</source>
        <translation>文件夹 %1 已被锁定。</translation>
    </message>
    <message>
        <source>The integration was stopped; it goes on when it is started again.</source>
        <translation>整合已停止；再次启动时会从停下的地方继续。</translation>
    </message>
    <message>
        <source>“%1” cannot be a release: write dr6 or dr6_alpha.</source>
        <translation>“%1”不能用作发布名：请写成 dr6 或 dr6_alpha。</translation>
    </message>
    <message>
        <source>%1 does not contain the spectrum any more.</source>
        <translation>%1 中已不再有该光谱。</translation>
    </message>
    <message>
        <source>Simulation stopped.</source>
        <translation>模拟已停止。</translation>
    </message>
    <message>
        <source>This release has not been integrated yet.</source>
        <translation>此发布尚未整合。</translation>
    </message>
    <message>
        <source>There is no catalogue “%1”.</source>
        <translation>没有星表“%1”。</translation>
    </message>
    <message>
        <source>This release has no catalogue “%1”.</source>
        <translation>此发布没有星表“%1”。</translation>
    </message>
    <message>
        <source>The export was stopped.</source>
        <translation>导出已停止。</translation>
    </message>
    <message>
        <source>%1 must end with .fits, .csv or .csv.gz.</source>
        <translation>%1 必须以 .fits、.csv 或 .csv.gz 结尾。</translation>
    </message>
    <message>
        <source>No spectrum of the survey has the id %1.</source>
        <translation>巡天中没有编号为 %1 的光谱。</translation>
    </message>
    <message>
        <source>%1 cannot be opened.</source>
        <translation>无法打开 %1。</translation>
    </message>
    <message>
        <source>%1 cannot be unpacked.</source>
        <translation>无法解压 %1。</translation>
    </message>
    <message>
        <source>%1 has no table.</source>
        <translation>%1 中没有表。</translation>
    </message>
    <message>
        <source>%1 has no column “%2”.</source>
        <translation>%1 没有“%2”列。</translation>
    </message>
    <message>
        <source>%1, row %2 has no obsid.</source>
        <translation>%1 第 %2 行没有 obsid。</translation>
    </message>
    <message>
        <source>“%1” cannot be loaded; SpecDesk loads %2.</source>
        <translation>无法装载“%1”；SpecDesk 可装载 %2。</translation>
    </message>
    <message>
        <source>No spectra of pipeline version “%1” were ingested.</source>
        <translation>没有处理版本“%1”的光谱入库。</translation>
    </message>
    <message>
        <source>The database server does not know this name and password.</source>
        <translation>数据库服务器不认识此账号和密码。</translation>
    </message>
    <message>
        <source>This account is locked; an administrator can unlock it.</source>
        <translation>此账号已被锁定；管理员可以解锁。</translation>
    </message>
    <message>
        <source>There is no such member.</source>
        <translation>没有这个成员。</translation>
    </message>
    <message>
        <source>Nobody changes his own account; another administrator must do it.</source>
        <translation>任何人都不能更改自己的账号；须由另一位管理员更改。</translation>
    </message>
    <message>
        <source>There is no such role.</source>
        <translation>没有这个角色。</translation>
    </message>
    <message>
        <source>The server cannot have an account of that name.</source>
        <translation>服务器上不能建立此名称的账号。</translation>
    </message>
    <message>
        <source>The server has an account of that name already.</source>
        <translation>服务器上已有此名称的账号。</translation>
    </message>
    <message>
        <source>This task is closed, or it is given to others.</source>
        <translation>此任务已关闭，或已交给他人。</translation>
    </message>
    <message>
        <source>Somebody else answered this problem meanwhile.</source>
        <translation>其间已有他人答复了此问题。</translation>
    </message>
    <message>
        <source>A password needs at least %1 characters.</source>
        <translation>密码至少需要 %1 个字符。</translation>
    </message>
    <message>
        <source>A name for an account begins with a lower-case letter and goes on with at most 31 lower-case letters, digits, dots, _ or -.</source>
        <translation>账号名以小写字母开头，后接至多 31 个小写字母、数字、点、_ 或 -。</translation>
    </message>
    <message>
        <source>No spectrum fits this filter.</source>
        <translation>没有光谱符合此筛选条件。</translation>
    </message>
    <message>
        <source>A task needs a title.</source>
        <translation>任务需要标题。</translation>
    </message>
    <message>
        <source>From 1 to %1 people can look at each spectrum.</source>
        <translation>每条光谱可由 1 至 %1 人查看。</translation>
    </message>
    <message>
        <source>The share of known spectra goes from 0 to 0.5, and a lease lasts a minute at least.</source>
        <translation>已知光谱所占比例为 0 至 0.5，领取时限至少一分钟。</translation>
    </message>
    <message>
        <source>There is no task %1.</source>
        <translation>没有任务 %1。</translation>
    </message>
    <message>
        <source>There is no spectrum %1.</source>
        <translation>没有光谱 %1。</translation>
    </message>
    <message>
        <source>Another program is building or publishing this release just now.</source>
        <translation>另一个程序正在构建或公布此发布。</translation>
    </message>
    <message>
        <source>Planning the release was stopped.</source>
        <translation>发布的预览已停止。</translation>
    </message>
    <message>
        <source>The release %1 has not been built.</source>
        <translation>发布 %1 尚未构建。</translation>
    </message>
    <message>
        <source>The database server showed another certificate than a moment before.</source>
        <translation>数据库服务器出示的证书与片刻之前的不同。</translation>
    </message>
    <message>
        <source>The database server does not know this name and password, or wants a secure connection (TLS), which this profile does not ask for.</source>
        <translation>数据库服务器不认识此账号和密码，或要求安全连接（TLS），而此配置未请求。</translation>
    </message>
    <message>
        <source>The database server's certificate is not one this machine trusts; the profile can name the authority that signed it (--ca).</source>
        <translation>本机不信任数据库服务器的证书；可在配置中指定签发它的机构（--ca）。</translation>
    </message>
    <message>
        <source>The password of this account has expired; an administrator can give a new one.</source>
        <translation>此账号的密码已过期；管理员可以给出新密码。</translation>
    </message>
    <message>
        <source>The observation log does not have this plate.</source>
        <translation>观测日志中没有该观测板。</translation>
    </message>
    <message>
        <source>Somebody else confirmed this plate meanwhile; look at what he says.</source>
        <translation>其间已有他人确认了该观测板；请查看其记载。</translation>
    </message>
</context>
<context>
    <name>models</name>
    <message>
        <source>The file of queue rules is damaged.</source>
        <translation>队列规则文件已损坏。</translation>
    </message>
    <message>
        <source>The file of conflict rules is damaged.</source>
        <translation>冲突规则文件已损坏。</translation>
    </message>
    <message>
        <source>The file of acceptance rules is damaged.</source>
        <translation>验收规则文件已损坏。</translation>
    </message>
    <message>
        <source>%1, line %2: there should be %3 fields, not %4.</source>
        <translation>%1 第 %2 行：应有 %3 个字段，而不是 %4 个。</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 是空文件。</translation>
    </message>
    <message>
        <source>%1, line %2: a quote is opened and not closed.</source>
        <translation>%1，第 %2 行：引号未闭合。</translation>
    </message>
    <message>
        <source>%1 cannot be read to its end.</source>
        <translation>%1 无法读到末尾。</translation>
    </message>
    <message>
        <source>%1, line %2: the line does not end.</source>
        <translation>%1，第 %2 行：该行没有结束。</translation>
    </message>
</context>
</TS>
