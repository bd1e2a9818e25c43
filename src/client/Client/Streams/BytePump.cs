namespace Cybernetes.Client.Streams;

/// <summary>Joins two byte streams back to back, as a proxy of an upgraded connection does.</summary>
public static class BytePump
{
    /// <summary>
    /// Copies both ways until either side ends or breaks, then gives what is under way in the other direction a moment to arrive.
    /// Neither stream is disposed.
    /// </summary>
    public static async Task JoinAsync(Stream left, Stream right, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var toRight = CopyAsync(left, right, stop.Token);
        var toLeft = CopyAsync(right, left, stop.Token);
        await Task.WhenAny(toRight, toLeft).ConfigureAwait(false);
        stop.CancelAfter(TimeSpan.FromSeconds(1));
        await Task.WhenAll(toRight, toLeft).ConfigureAwait(false);
    }

    /// <summary>Copies until the source ends or either side breaks; returns whether the source ended by itself.</summary>
    public static async Task<bool> CopyAsync(Stream from, Stream to, CancellationToken cancellationToken)
    {
        var buffer = new byte[32 * 1024];
        try
        {
            int read;
            while ((read = await from.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                await to.FlushAsync(cancellationToken).ConfigureAwait(false);
            }

            return true;
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            return false;
        }
    }
}
