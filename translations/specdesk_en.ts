<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>CatalogueCommand</name>
    <message numerus="yes">
        <source>%n rows written to %1.</source>
        <translation>
            <numerusform>%n row written to %1.</numerusform>
            <numerusform>%n rows written to %1.</numerusform>
        </translation>
    </message>
</context>
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
    <message numerus="yes">
        <source>The window closes when the last %n verdicts have arrived.</source>
        <translation>
            <numerusform>The window closes when the last verdict has arrived.</numerusform>
            <numerusform>The window closes when the last %n verdicts have arrived.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n verdicts of %1 are in this window only: log in as %1 first.</source>
        <translation>
            <numerusform>%n verdict of %1 is in this window only: log in as %1 first.</numerusform>
            <numerusform>%n verdicts of %1 are in this window only: log in as %1 first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n verdicts of %1 stay on this machine; they are sent when %1 logs in here.</source>
        <translation>
            <numerusform>%n verdict of %1 stays on this machine; it is sent when %1 logs in here.</numerusform>
            <numerusform>%n verdicts of %1 stay on this machine; they are sent when %1 logs in here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unfinished answers of an earlier window are kept; each is there when its spectrum is shown.</source>
        <translation>
            <numerusform>%n unfinished answer of an earlier window is kept; it is there when its spectrum is shown.</numerusform>
            <numerusform>%n unfinished answers of an earlier window are kept; each is there when its spectrum is shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvidencePanel</name>
    <message numerus="yes">
        <source>%1 of %n lines seen by 3 σ</source>
        <translation>
            <numerusform>%1 of %n line seen by 3 σ</numerusform>
            <numerusform>%1 of %n lines seen by 3 σ</numerusform>
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
    <message numerus="yes">
        <source>%1 of %n files</source>
        <translation>
            <numerusform>%1 of %n file</numerusform>
            <numerusform>%1 of %n files</numerusform>
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
    <name>IntegrateCommand</name>
    <message numerus="yes">
        <source>%1: %2 of %n spectra are released; %3 s.</source>
        <translation>
            <numerusform>%1: %2 of %n spectrum is released; %3 s.</numerusform>
            <numerusform>%1: %2 of %n spectra are released; %3 s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n values have no room in their columns and are left out.</source>
        <translation>
            <numerusform>%n value has no room in its column and is left out.</numerusform>
            <numerusform>%n values have no room in their columns and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stars could not be measured:</source>
        <translation>
            <numerusform>%n star could not be measured:</numerusform>
            <numerusform>%n stars could not be measured:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n parts</source>
        <translation>
            <numerusform>%1 of %n part</numerusform>
            <numerusform>%1 of %n parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more; --json names all.</source>
        <translation>
            <numerusform>… and %n more; --json names all.</numerusform>
            <numerusform>… and %n more; --json names all.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LoadCommand</name>
    <message numerus="yes">
        <source>%1: %n rows.</source>
        <translation>
            <numerusform>%1: %n row.</numerusform>
            <numerusform>%1: %n rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n results belong to spectra that were not ingested.</source>
        <translation>
            <numerusform>%n result belongs to a spectrum that was not ingested.</numerusform>
            <numerusform>%n results belong to spectra that were not ingested.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogCommand</name>
    <message numerus="yes">
        <source>%1: %n plates entered, %2 changed, %3 unchanged, %4 left as a person confirmed them.</source>
        <translation>
            <numerusform>%1: %n plate entered, %2 changed, %3 unchanged, %4 left as a person confirmed them.</numerusform>
            <numerusform>%1: %n plates entered, %2 changed, %3 unchanged, %4 left as a person confirmed them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plates entered from headers.</source>
        <translation>
            <numerusform>%n plate entered from headers.</numerusform>
            <numerusform>%n plates entered from headers.</numerusform>
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
    <name>MessageBar</name>
    <message numerus="yes">
        <source>Show all %n</source>
        <translation>
            <numerusform>Show all %n</numerusform>
            <numerusform>Show all %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PackageCommand</name>
    <message numerus="yes">
        <source>%1 of %n spectra, %2 MB</source>
        <translation>
            <numerusform>%1 of %n spectrum, %2 MB</numerusform>
            <numerusform>%1 of %n spectra, %2 MB</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n spectra packed, %1 unchanged, %2 refused, %3 kept back; %4 s.</source>
        <translation>
            <numerusform>%n spectrum packed, %1 unchanged, %2 refused, %3 kept back; %4 s.</numerusform>
            <numerusform>%n spectra packed, %1 unchanged, %2 refused, %3 kept back; %4 s.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Packaging</name>
    <message numerus="yes">
        <source>%1 of the %n nights in %2 are not in the release any more. Is it the right one, and built? --force takes them away.</source>
        <translation>
            <numerusform>%1 of the %n night in %2 is not in the release any more. Is it the right one, and built? --force takes it away.</numerusform>
            <numerusform>%1 of the %n nights in %2 are not in the release any more. Is it the right one, and built? --force takes them away.</numerusform>
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
    <name>PlateLogPage</name>
    <message numerus="yes">
        <source>%n plates, %1 unconfirmed</source>
        <translation>
            <numerusform>%n plate, %1 unconfirmed</numerusform>
            <numerusform>%n plates, %1 unconfirmed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProblemsCommand</name>
    <message numerus="yes">
        <source>Problem %1 is reported; %n spectra are kept back.</source>
        <translation>
            <numerusform>Problem %1 is reported; %n spectrum is kept back.</numerusform>
            <numerusform>Problem %1 is reported; %n spectra are kept back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Problem %1 is rejected; %n spectra are not kept back any longer.</source>
        <translation>
            <numerusform>Problem %1 is rejected; %n spectrum is not kept back any longer.</numerusform>
            <numerusform>Problem %1 is rejected; %n spectra are not kept back any longer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Problem %1 is answered; %n spectra stay kept back, as the raw data are bad.</source>
        <translation>
            <numerusform>Problem %1 is answered; %n spectrum stays kept back, as the raw data are bad.</numerusform>
            <numerusform>Problem %1 is answered; %n spectra stay kept back, as the raw data are bad.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Problem %1 is confirmed; %n spectra wait for a version that mends it.</source>
        <translation>
            <numerusform>Problem %1 is confirmed; %n spectrum waits for a version that mends it.</numerusform>
            <numerusform>Problem %1 is confirmed; %n spectra wait for a version that mends it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgressCommand</name>
    <message numerus="yes">
        <source>%n spectra remain; at %1 a day the last is looked at on %2.</source>
        <translation>
            <numerusform>%n spectrum remains; at %1 a day the last is looked at on %2.</numerusform>
            <numerusform>%n spectra remain; at %1 a day the last is looked at on %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n spectra remain; nobody has decided anything in the last days.</source>
        <translation>
            <numerusform>%n spectrum remains; nobody has decided anything in the last days.</numerusform>
            <numerusform>%n spectra remain; nobody has decided anything in the last days.</numerusform>
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
    <name>ProgressPage</name>
    <message numerus="yes">
        <source>%1 verdicts a day, %2 an hour for one person; %n person hours</source>
        <translation>
            <numerusform>%1 verdicts a day, %2 an hour for one person; %n person hour</numerusform>
            <numerusform>%1 verdicts a day, %2 an hour for one person; %n person hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PublishCommand</name>
    <message numerus="yes">
        <source>%1 of %n files, %2 MB sent</source>
        <translation>
            <numerusform>%1 of %n file, %2 MB sent</numerusform>
            <numerusform>%1 of %n files, %2 MB sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 would go to %2: %n files to send (%3 MB), %4 there already, %5 to remove.</source>
        <translation>
            <numerusform>%1 would go to %2: %n file to send (%3 MB), %4 there already, %5 to remove.</numerusform>
            <numerusform>%1 would go to %2: %n files to send (%3 MB), %4 there already, %5 to remove.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is at %2: %n files sent (%3 MB), %4 there already, %5 removed; all verified.</source>
        <translation>
            <numerusform>%1 is at %2: %n file sent (%3 MB), %4 there already, %5 removed; all verified.</numerusform>
            <numerusform>%1 is at %2: %n files sent (%3 MB), %4 there already, %5 removed; all verified.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PublishTablesCommand</name>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RedshiftCommand</name>
    <message numerus="yes">
        <source>%n spectra searched and stored, %1 accepted without eyes.</source>
        <translation>
            <numerusform>%n spectrum searched and stored, %1 accepted without eyes.</numerusform>
            <numerusform>%n spectra searched and stored, %1 accepted without eyes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The solutions of %n spectra are in %1.</source>
        <translation>
            <numerusform>The solutions of %n spectrum are in %1.</numerusform>
            <numerusform>The solutions of %n spectra are in %1.</numerusform>
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
    <name>SecondLookPage</name>
    <message numerus="yes">
        <source>%1 of %n conflicts</source>
        <translation>
            <numerusform>%1 of %n conflict</numerusform>
            <numerusform>%1 of %n conflicts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of the first %n conflicts</source>
        <translation>
            <numerusform>%1 of the first %n conflict</numerusform>
            <numerusform>%1 of the first %n conflicts</numerusform>
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
    <message numerus="yes">
        <source>%1 of %n plates</source>
        <translation>
            <numerusform>%1 of %n plate</numerusform>
            <numerusform>%1 of %n plates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plates are in the database; %1/truth.csv tells what a release must have of each spectrum.</source>
        <translation>
            <numerusform>%n plate is in the database; %1/truth.csv tells what a release must have of each spectrum.</numerusform>
            <numerusform>%n plates are in the database; %1/truth.csv tells what a release must have of each spectrum.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n spectra</source>
        <translation>
            <numerusform>%1 of %n spectrum</numerusform>
            <numerusform>%1 of %n spectra</numerusform>
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
</context>
<context>
    <name>TaskForm</name>
    <message numerus="yes">
        <source>%n looks</source>
        <translation>
            <numerusform>%n look</numerusform>
            <numerusform>%n looks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TaskSeats</name>
    <message numerus="yes">
        <source>The time for %n spectra of this task was over and somebody else has them now; they left the list.</source>
        <translation>
            <numerusform>The time for one spectrum of this task was over and somebody else has it now; it left the list.</numerusform>
            <numerusform>The time for %n spectra of this task was over and somebody else has them now; they left the list.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TasksCommand</name>
    <message numerus="yes">
        <source>%1 of %n spectra of %2 are known now; the others are not in the queue.</source>
        <translation>
            <numerusform>%1 of %n spectrum of %2 is known now; the others are not in the queue.</numerusform>
            <numerusform>%1 of %n spectra of %2 are known now; the others are not in the queue.</numerusform>
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
<context>
    <name>WithdrawCommand</name>
    <message numerus="yes">
        <source>%n spectra withdrawn; the next integration leaves them out.</source>
        <translation>
            <numerusform>%n spectrum withdrawn; the next integration leaves it out.</numerusform>
            <numerusform>%n spectra withdrawn; the next integration leaves them out.</numerusform>
        </translation>
    </message>
</context>
</TS>
