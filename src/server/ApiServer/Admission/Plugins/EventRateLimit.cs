using Cybernetes.Api.CoreV1;
using Cybernetes.Api.EventRateLimitConfigV1Alpha1;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.ApiServer.Admission.Plugins;

/// <summary>Refuses Events that come faster than the configured limits of the server, a namespace, a user, or a source and object. Thread safe.</summary>
public sealed class EventRateLimit : IAdmissionPlugin
{
    private static readonly string[] _types = ["Server", "Namespace", "User", "SourceAndObject"];

    private readonly (Limit Limit, TokenBuckets Buckets)[] _limits;

    /// <summary>Throws <see cref="FormatException"/> where the limits make no sense.</summary>
    public EventRateLimit(Configuration? configuration, TimeProvider time)
    {
        var limits = configuration?.Limits ?? default;
        if (limits.IsEmpty)
        {
            throw new FormatException("limits: Invalid value: null: must not be empty");
        }
        foreach (var (i, limit) in limits.Index())
        {
            if (!_types.Contains(limit.Type))
            {
                throw new FormatException($"limits[{i}].type: Unsupported value: \"{limit.Type}\": supported values: \"Namespace\", \"Server\", \"SourceAndObject\", \"User\"");
            }
            if (limit.Burst <= 0 || limit.Qps <= 0 || limit.CacheSize < 0)
            {
                throw new FormatException($"limits[{i}].{(limit.Burst <= 0 ? "burst" : limit.Qps <= 0 ? "qps" : "cacheSize")}: Invalid value: {(limit.Burst <= 0 ? limit.Burst : limit.Qps <= 0 ? limit.Qps : limit.CacheSize)}: must be {(limit.Burst > 0 && limit.Qps > 0 ? "non-negative" : "positive")}");
            }
        }
        _limits = [.. limits.Select(limit => (limit, new TokenBuckets(limit.Qps, limit.Burst, limit.CacheSize, time)))];
    }

    /// <inheritdoc/>
    public string Name => "EventRateLimit";

    /// <inheritdoc/>
    public AdmissionOperation Operations => AdmissionOperation.Create | AdmissionOperation.Update;

    /// <inheritdoc/>
    public ValueTask<Status?> ValidateAsync(AdmissionAttributes attributes, CancellationToken cancellationToken)
    {
        if (attributes.Object is not Event given || attributes.DryRun)
        {
            return default;
        }
        var reached = new List<string>();
        foreach (var (limit, buckets) in _limits)
        {
            var key = KeyOf(limit.Type, attributes, given);
            if (!buckets.TryTake(key))
            {
                reached.Add($"limit reached on type {limit.Type} for key {key}");
            }
        }
        return ValueTask.FromResult<Status?>(reached.Count == 0 ? null : Refusal.TooMany(reached.Count == 1 ? reached[0] : $"[{string.Join(", ", reached)}]"));
    }

    private static string KeyOf(string type, AdmissionAttributes attributes, Event given) => type switch
    {
        "Namespace" => attributes.Namespace,
        "User" => attributes.User.Name,
        "SourceAndObject" => string.Concat(
            [given.Source.Component, given.Source.Host, given.InvolvedObject.Kind, given.InvolvedObject.Namespace, given.InvolvedObject.Name, given.InvolvedObject.Uid, given.InvolvedObject.ApiVersion]),
        _ => "",
    };
}
