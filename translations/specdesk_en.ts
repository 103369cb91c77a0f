<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Desk</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files were not read. The first: %1</source>
        <translation>
            <numerusform>%n file was not read: %1</numerusform>
            <numerusform>%n files were not read. The first: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n verdicts wait for the server, which is away. Closing loses them.</source>
        <translation>
            <numerusform>%n verdict waits for the server, which is away. Closing loses it.</numerusform>
            <numerusform>%n verdicts wait for the server, which is away. Closing loses them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n verdicts of an earlier window are sent now.</source>
        <translation>
            <numerusform>%n verdict of an earlier window is sent now.</numerusform>
            <numerusform>%n verdicts of an earlier window are sent now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The journal of an earlier window was damaged; %n lines of it could not be read.</source>
        <translation>
            <numerusform>The journal of an earlier window was damaged; %n line of it could not be read.</numerusform>
            <numerusform>The journal of an earlier window was damaged; %n lines of it could not be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FibersController</name>
    <message numerus="yes">
        <source>%n spectra of this spectrograph could not be read.</source>
        <translation>
            <numerusform>%n spectrum of this spectrograph could not be read.</numerusform>
            <numerusform>%n spectra of this spectrograph could not be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IngestCommand</name>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n spectra added</source>
        <translation>
            <numerusform>%n spectrum added</numerusform>
            <numerusform>%n spectra added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files refused</source>
        <translation>
            <numerusform>%n file refused</numerusform>
            <numerusform>%n files refused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InspectController</name>
    <message numerus="yes">
        <source>This list has no more; %n outside its filter need an eye.</source>
        <translation>
            <numerusform>This list has no more; %n outside its filter needs an eye.</numerusform>
            <numerusform>This list has no more; %n outside its filter need an eye.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n verdicts were not taken back. %1</source>
        <translation>
            <numerusform>One verdict was not taken back. %1</numerusform>
            <numerusform>%n verdicts were not taken back. %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n verdicts were not stored. %1</source>
        <translation>
            <numerusform>One verdict was not stored. %1</numerusform>
            <numerusform>%n verdicts were not stored. %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LoginDialog</name>
    <message numerus="yes">
        <source>%1 Next try in %n s.</source>
        <translation>
            <numerusform>%1 Next try in %n s.</numerusform>
            <numerusform>%1 Next try in %n s.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarkBar</name>
    <message numerus="yes">
        <source>%n spectra</source>
        <translation>
            <numerusform>%n spectrum</numerusform>
            <numerusform>%n spectra</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Page done: accept %n</source>
        <translation>
            <numerusform>Page done: accept %n</numerusform>
            <numerusform>Page done: accept %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlateLogController</name>
    <message numerus="yes">
        <source>%n plates confirmed.</source>
        <translation>
            <numerusform>One plate confirmed.</numerusform>
            <numerusform>%n plates confirmed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlateLogForm</name>
    <message numerus="yes">
        <source>%n plates</source>
        <translation>
            <numerusform>One plate</numerusform>
            <numerusform>%n plates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgressController</name>
    <message numerus="yes">
        <source>“%1”: %n spectra handed out.</source>
        <translation>
            <numerusform>“%1”: %n spectrum handed out.</numerusform>
            <numerusform>“%1”: %n spectra handed out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueFeed</name>
    <message numerus="yes">
        <source>The time for %n spectra of this task was over and somebody else has them now; they left the list.</source>
        <translation>
            <numerusform>The time for one spectrum of this task was over and somebody else has it now; it left the list.</numerusform>
            <numerusform>The time for %n spectra of this task was over and somebody else has them now; they left the list.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReleaseCommand</name>
    <message numerus="yes">
        <source>in %n days</source>
        <translation>
            <numerusform>in one day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReleaseProgress</name>
    <message numerus="yes">
        <source>%n stars could not be measured.</source>
        <translation>
            <numerusform>One star could not be measured.</numerusform>
            <numerusform>%n stars could not be measured.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResponsePage</name>
    <message numerus="yes">
        <source>%n problems</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunPanel</name>
    <message numerus="yes">
        <source>in %n days</source>
        <translation>
            <numerusform>in one day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SimulateCommand</name>
    <message numerus="yes">
        <source>%n spectra</source>
        <translation>
            <numerusform>%n spectrum</numerusform>
            <numerusform>%n spectra</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plates</source>
        <translation>
            <numerusform>%n plate</numerusform>
            <numerusform>%n plates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stars</source>
        <translation>
            <numerusform>%n star</numerusform>
            <numerusform>%n stars</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n galaxies</source>
        <translation>
            <numerusform>%n galaxy</numerusform>
            <numerusform>%n galaxies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n QSOs</source>
        <translation>
            <numerusform>%n QSO</numerusform>
            <numerusform>%n QSOs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sky fibres</source>
        <translation>
            <numerusform>%n sky fibre</numerusform>
            <numerusform>%n sky fibres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of its answers are wrong or missing</source>
        <translation>
            <numerusform>%n of its answers is wrong or missing</numerusform>
            <numerusform>%n of its answers are wrong or missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n spectra have a defect</source>
        <translation>
            <numerusform>%n spectrum has a defect</numerusform>
            <numerusform>%n spectra have a defect</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StarsController</name>
    <message numerus="yes">
        <source>Taken back: %n verdicts.</source>
        <translation>
            <numerusform>Taken back: %n verdict.</numerusform>
            <numerusform>Taken back: %n verdicts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The time for %n stars of this task was over and somebody else has them now.</source>
        <translation>
            <numerusform>The time for one star of this task was over and somebody else has it now.</numerusform>
            <numerusform>The time for %n stars of this task was over and somebody else has them now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VerdictsCommand</name>
    <message numerus="yes">
        <source>%n verdicts written to %1.</source>
        <translation>
            <numerusform>%n verdict written to %1.</numerusform>
            <numerusform>%n verdicts written to %1.</numerusform>
        </translation>
    </message>
</context>
</TS>
