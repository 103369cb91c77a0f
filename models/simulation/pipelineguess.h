#pragma once

#include "models/simulation/surveynight.h"

class RandomStream;

/// What the simulated 1D pipeline says of an object, and how it is wrong.
struct PipelineGuess
{
    PipelineAnswer answer;
    PipelineMistake mistake = PipelineMistake::None;
};

/// Right mostly; wrong and Unknown as often as in DR5 (STAR 90.7 %, GALAXY 1.7 %, QSO 0.6 %, Unknown 7.1 % of
/// a survey mix), more often where S/N is low. Wrong redshifts are those of one line taken for another.
PipelineGuess pipelineGuess(const TrueObject& object, double signalToNoise, RandomStream& random);
