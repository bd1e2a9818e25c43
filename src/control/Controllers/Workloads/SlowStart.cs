namespace Cybernetes.Controllers.Workloads;

/// <summary>
/// Does many alike things in batches of 1, 2, 4 …, and stops after the first batch with a failure: what is refused once (by a quota, say)
/// would be refused a thousand times.
/// </summary>
public static class SlowStart
{
    /// <summary>Returns how many succeeded and the first error.</summary>
    public static async Task<(int Succeeded, Exception? Error)> RunAsync(int count, Func<int, Task> act)
    {
        var (done, succeeded) = (0, 0);
        for (var batch = Math.Min(count, 1); batch > 0; batch = Math.Min(2 * batch, count - done))
        {
            var tasks = new Task[batch];
            for (var i = 0; i < batch; i++)
            {
                tasks[i] = act(done + i);
            }

            Exception? error = null;
            foreach (var task in tasks)
            {
                try
                {
                    await task.ConfigureAwait(false);
                    succeeded++;
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    error ??= e;
                }
            }

            if (error is not null)
            {
                return (succeeded, error);
            }

            done += batch;
        }

        return (succeeded, null);
    }
}
