namespace LossGen.Evaluation;

/// <summary>
/// A few background threads that help the calling thread with one piece of work at a time. They are started when first asked for,
/// sleep between calls, and take work as a function pointer and a context on the caller's stack, so that a call allocates nothing.
/// </summary>
/// <remarks>
/// A caller never waits for a thread that has not begun: it does all the work itself if need be, then withdraws its offer. A second
/// caller, or a call from inside the work, finds the pool taken and is refused.
/// </remarks>
internal static unsafe class WorkerPool
{
    /// <summary>An offer in the state: how many threads may still join.</summary>
    private const long OneTicket = 1L << 32;

    private static readonly SemaphoreSlim Wake = new(0);

    private static int s_taken;
    private static int s_threads;
    private static int s_threadLimit = Environment.ProcessorCount - 1;
    private static delegate*<void*, void> s_work;
    private static void* s_context;

    /// <summary>Tickets left in the upper half, threads at work in the lower half.</summary>
    private static long s_state;

    /// <summary>How many threads the pool may start; by default one fewer than there are processors.</summary>
    internal static int ThreadLimit
    {
        get => Volatile.Read(ref s_threadLimit);
        set => Volatile.Write(ref s_threadLimit, value);
    }

    /// <summary>How many threads have been started.</summary>
    internal static int Threads => Volatile.Read(ref s_threads);

    /// <summary>Runs the work on this thread and, at the same time, on up to <paramref name="helpers"/> others. Returns when all have left it.</summary>
    /// <param name="work">The work; may not throw. Every thread calls it once.</param>
    /// <param name="context">What the work gets.</param>
    /// <param name="helpers">How many threads may help.</param>
    /// <returns>False, with nothing done, if the pool is busy or threads cannot be had.</returns>
    internal static bool TryRun(delegate*<void*, void> work, void* context, int helpers)
    {
        if (Interlocked.CompareExchange(ref s_taken, 1, 0) != 0)
            return false;

        helpers = StartThreads(Math.Min(helpers, ThreadLimit));
        if (helpers == 0)
        {
            Volatile.Write(ref s_taken, 0);
            return false;
        }

        s_work = work;
        s_context = context;
        Interlocked.Add(ref s_state, helpers * OneTicket);
        Wake.Release(helpers);

        work(context);

        WithdrawTickets();
        var spin = new SpinWait();
        while (Interlocked.Read(ref s_state) != 0)
            spin.SpinOnce(sleep1Threshold: -1);
        Volatile.Write(ref s_taken, 0);
        return true;
    }

    /// <summary>Starts what is missing of the wanted threads; returns how many of the wanted there are.</summary>
    private static int StartThreads(int wanted)
    {
        while (s_threads < wanted)
        {
            try
            {
                var thread = new Thread(Serve) { IsBackground = true, Name = "LossGen worker" };
                thread.UnsafeStart();
            }
            catch (Exception exception) when (exception is PlatformNotSupportedException or ThreadStartException or OutOfMemoryException)
            {
                // Browsers have no threads, and a process may have used up its share: the caller's own thread is enough.
                break;
            }

            Volatile.Write(ref s_threads, s_threads + 1);
        }

        return Math.Min(wanted, s_threads);
    }

    private static void Serve()
    {
        while (true)
        {
            Wake.Wait();
            if (!TryTakeTicket())
                continue;
            s_work(s_context);
            Interlocked.Decrement(ref s_state);
        }
    }

    /// <summary>Joins the work on offer, if any is left: fewer tickets by one, more threads at work by one, in one step.</summary>
    private static bool TryTakeTicket()
    {
        long state = Interlocked.Read(ref s_state);
        while (state >= OneTicket)
        {
            long seen = Interlocked.CompareExchange(ref s_state, state - OneTicket + 1, state);
            if (seen == state)
                return true;
            state = seen;
        }

        return false;
    }

    private static void WithdrawTickets()
    {
        long state = Interlocked.Read(ref s_state);
        while (state >= OneTicket)
        {
            long seen = Interlocked.CompareExchange(ref s_state, state % OneTicket, state);
            if (seen == state)
                return;
            state = seen;
        }
    }
}
