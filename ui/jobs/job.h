#pragma once

#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

#include <QObject>
#include <QString>

#include "core/error.h"
#include "core/progress.h"

namespace prolap::ui {

/// What went wrong in a job, as it reaches the GUI.
struct JobFailure {
    ErrorKind kind = ErrorKind::Internal;
    QString sentence;
};

/// Runs long work of core/ off the GUI thread and delivers its answer on the thread that owns the job. A start makes
/// every answer of an earlier start late, and late answers are dropped.
///
///     m_search.start([service, request](std::stop_token stop, const ProgressFn&) { return service->search(request,
///     stop); },
///                    [this](const auto& answer) { show(answer); }, [this](const JobFailure& f) { say(f.sentence); });
///
/// start() and cancel() never block; only the destructor waits. Threads: every call on the owner's thread.
class Job : public QObject {
    Q_OBJECT

public:
    enum class Priority {
        Normal,
        Background, ///< yields the processor to the window: for work of minutes
    };

    explicit Job(QObject* parent = nullptr, Priority priority = Priority::Normal);
    ~Job() override;

    /// work: R(std::stop_token, const ProgressFn&) with R movable, on a thread of its own.
    /// done: void(R), failed: void(const JobFailure&), both on the owner's thread, unless a newer start or a cancel
    /// came first.
    template <typename Work, typename Done, typename Failed> void start(Work work, Done done, Failed failed)
    {
        using Result = std::invoke_result_t<Work&, std::stop_token, const ProgressFn&>;
        run([work = std::move(work), done = std::move(done), failed = std::move(failed)](
                std::stop_token stop, const ProgressFn& progress) mutable -> std::function<void()> {
            try {
                auto result = std::make_shared<Result>(work(std::move(stop), progress));
                return [result, done = std::move(done)]() mutable { done(std::move(*result)); };
            } catch (const Error& error) {
                return failure(std::move(failed), error.kind(), error.what());
            } catch (const std::bad_alloc&) {
                return failure(std::move(failed), ErrorKind::OutOfMemory, "There is not enough memory for this.");
            } catch (const std::exception& error) {
                return failure(std::move(failed), ErrorKind::Internal, error.what());
            }
        });
    }

    /// Asks the work to stop and drops its answer.
    void cancel();
    bool running() const { return m_running; }

Q_SIGNALS:
    void progressed(const prolap::Progress& progress);
    /// Whenever running() turns.
    void runningChanged(bool running);

private:
    /// Runs on the worker and returns what is to be called on the owner's thread.
    using Run = std::function<std::function<void()>(std::stop_token, const ProgressFn&)>;

    template <typename Failed> static std::function<void()> failure(Failed failed, ErrorKind kind, const char* sentence)
    {
        return [failed = std::move(failed), what = JobFailure{kind, QString::fromUtf8(sentence)}]() mutable {
            failed(what);
        };
    }

    void run(Run work);
    void finish(int number, const std::function<void()>& deliver);
    void setRunning(bool running);

    const Priority m_priority;
    int m_number = 0; ///< of the newest start; an answer with another number is late
    bool m_running = false;
    std::vector<std::pair<int, std::jthread>> m_threads;
};

} // namespace prolap::ui
