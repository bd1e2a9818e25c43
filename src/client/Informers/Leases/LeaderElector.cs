using Cybernetes.Api.CoordinationV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cybernetes.Informers.Leases;

/// <summary>
/// Lets one of several processes work at a time, by a Lease that the leader renews: client-go's protocol. Clocks need not agree; only how fast
/// they run does.
/// </summary>
public sealed class LeaderElector(KubeClient client, LeaderElectionOptions options, ILoggerFactory? loggers = null)
{
    private readonly ILogger _logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger("leaderelection");
    private readonly TimeProvider _time = client.Time;
    private Lease? _observed;
    private long _observedAt;

    /// <summary>True while this process leads.</summary>
    public bool IsLeader { get; private set; }

    /// <summary>
    /// Waits to become the leader and runs <paramref name="lead"/>. Returns when leadership is lost (after <paramref name="lead"/> has been
    /// cancelled and has ended) or <paramref name="lead"/> ends.
    /// </summary>
    public async Task RunAsync(Func<CancellationToken, Task> lead, CancellationToken cancellationToken)
    {
        while (!await TryAcquireOrRenewAsync(cancellationToken).ConfigureAwait(false))
        {
            await Task.Delay(options.RetryPeriod * (1 + (1.2 * Random.Shared.NextDouble())), _time, cancellationToken).ConfigureAwait(false);
        }

        LeaseLog.Acquired(_logger, options.Namespace, options.Name, options.Identity);
        IsLeader = true;
        using var term = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var work = lead(term.Token);
        try
        {
            await Task.WhenAny(work, RenewAsync(term.Token)).ConfigureAwait(false);
        }
        finally
        {
            IsLeader = false;
            await term.CancelAsync().ConfigureAwait(false);
        }

        try
        {
            await work.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Leadership is over.
        }

        if (cancellationToken.IsCancellationRequested && options.ReleaseOnCancel)
        {
            await ReleaseAsync().ConfigureAwait(false);
        }
    }

    private async Task RenewAsync(CancellationToken cancellationToken)
    {
        var renewed = _time.GetTimestamp();
        while (_time.GetElapsedTime(renewed) < options.RenewDeadline)
        {
            try
            {
                await Task.Delay(options.RetryPeriod, _time, cancellationToken).ConfigureAwait(false);
                var asked = _time.GetTimestamp();
                if (await TryAcquireOrRenewAsync(cancellationToken).ConfigureAwait(false))
                {
                    renewed = asked;
                }
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }

        LeaseLog.Lost(_logger, options.Namespace, options.Name, options.Identity);
    }

    private async Task<bool> TryAcquireOrRenewAsync(CancellationToken cancellationToken)
    {
        try
        {
            var current = (await client.GetAsync<Lease>(options.Namespace, options.Name, cancellationToken).ConfigureAwait(false)).OrNull();
            var now = MicroTime.Now(_time);
            if (current is null)
            {
                var lease = new Lease
                {
                    Metadata = new ObjectMeta { Namespace = options.Namespace, Name = options.Name },
                    Spec = new LeaseSpec
                    {
                        HolderIdentity = options.Identity,
                        LeaseDurationSeconds = (int)options.LeaseDuration.TotalSeconds,
                        AcquireTime = now,
                        RenewTime = now,
                        LeaseTransitions = 0,
                    },
                };
                return Observe(await client.CreateAsync(lease, cancellationToken: cancellationToken).ConfigureAwait(false));
            }

            if (_observed is null || _observed.Spec != current.Spec)
            {
                (_observed, _observedAt) = (current, _time.GetTimestamp());
            }

            var holder = current.Spec?.HolderIdentity ?? "";
            var duration = TimeSpan.FromSeconds(current.Spec?.LeaseDurationSeconds ?? 0);
            if (holder.Length > 0 && holder != options.Identity && _time.GetElapsedTime(_observedAt) < duration)
            {
                return false;
            }

            var mine = holder == options.Identity;
            var taken = current with
            {
                Spec = (current.Spec ?? LeaseSpec.Empty) with
                {
                    HolderIdentity = options.Identity,
                    LeaseDurationSeconds = (int)options.LeaseDuration.TotalSeconds,
                    AcquireTime = mine ? current.Spec?.AcquireTime : now,
                    RenewTime = now,
                    LeaseTransitions = (current.Spec?.LeaseTransitions ?? 0) + (mine ? 0 : 1),
                },
            };
            return Observe(await client.UpdateAsync(taken, cancellationToken: cancellationToken).ConfigureAwait(false));
        }
        catch (Exception e) when (e is ApiException or HttpRequestException or IOException)
        {
            LeaseLog.Failed(_logger, options.Namespace, options.Name, e.Message);
            return false;
        }
    }

    private bool Observe(ApiResult<Lease> result)
    {
        if (!result.Ok)
        {
            return false;
        }

        (_observed, _observedAt) = (result.Value, _time.GetTimestamp());
        return true;
    }

    private async Task ReleaseAsync()
    {
        if (_observed is not { } held || held.Spec?.HolderIdentity != options.Identity)
        {
            return;
        }

        try
        {
            await client.UpdateAsync(held with { Spec = held.Spec with { HolderIdentity = "", LeaseDurationSeconds = 1 } }).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            LeaseLog.Failed(_logger, options.Namespace, options.Name, e.Message);
        }
    }
}

/// <summary>Which lease is held, by whom and how long; the times are upstream's. Immutable.</summary>
/// <param name="Namespace">The lease's namespace.</param>
/// <param name="Name">The lease's name.</param>
/// <param name="Identity">Who we are; must differ between processes.</param>
public sealed record LeaderElectionOptions(string Namespace, string Name, string Identity)
{
    /// <summary>How long others wait for a leader that is silent.</summary>
    public TimeSpan LeaseDuration { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long the leader tries to renew before it gives up.</summary>
    public TimeSpan RenewDeadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long between attempts.</summary>
    public TimeSpan RetryPeriod { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The lease is given back when cancelled, so that the next leader need not wait.</summary>
    public bool ReleaseOnCancel { get; init; } = true;
}
