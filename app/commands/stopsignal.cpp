#include "app/commands/stopsignal.h"

#include <array>
#include <atomic>
#include <csignal>

namespace {
constexpr std::array signalNumbers {SIGTERM, SIGINT};

std::atomic<bool> given = false; // lock-free, as a handler needs
static_assert(std::atomic<bool>::is_always_lock_free);
int depth = 0;
std::array<struct sigaction, signalNumbers.size()> before;

extern "C" void noteStop(int)
{
    given = true;
}
}

StopSignal::StopSignal()
{
    if (depth++ > 0)
        return;
    given = false;
    struct sigaction action = {};
    action.sa_handler = noteStop;
    action.sa_flags =
        SA_RESTART | static_cast<int>(SA_RESETHAND); // reads and writes go on; the next one kills
    sigemptyset(&action.sa_mask);
    for (std::size_t i = 0; i < signalNumbers.size(); ++i) {
        sigaction(signalNumbers[i], nullptr, &before[i]);
        if (before[i].sa_handler != SIG_IGN)
            sigaction(signalNumbers[i], &action, nullptr);
    }
}

StopSignal::~StopSignal()
{
    if (--depth > 0)
        return;
    for (std::size_t i = 0; i < signalNumbers.size(); ++i)
        sigaction(signalNumbers[i], &before[i], nullptr);
}

bool StopSignal::isGiven()
{
    return given;
}
