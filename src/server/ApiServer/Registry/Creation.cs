using Cybernetes.Api;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Admission;
using Cybernetes.ApiServer.Cache;
using Cybernetes.ApiServer.Errors;
using Cybernetes.Store;

namespace Cybernetes.ApiServer.Registry;

/// <summary>
/// Makes an object. The order is upstream's: (1) name and system fields, (2) mutating admission, (3) what the kind reserves, (4) what a create
/// keeps, (5) validation, (6) warnings, (7) validating admission, (8) the commit, again with another name where a generated one is taken.
/// </summary>
public sealed class Creation(RegistryServices services)
{
    private const int MaxNames = 8;

    /// <summary>Makes an object from one that is defaulted and in the storage version.</summary>
    /// <exception cref="ApiException">It may not be.</exception>
    public async ValueTask<StoredObject> RunAsync(WriteRequest write, IObject value, CancellationToken cancellationToken)
    {
        // 1
        if (value.Metadata.ResourceVersion.Length > 0)
        {
            throw ApiErrors.Unknown("resourceVersion should not be set on objects to be created");
        }

        var generated = value.Metadata is { Name.Length: 0, GenerateName.Length: > 0 };
        for (var attempt = 1; ; attempt++)
        {
            var named = value.WithMetadata(WithSystemFields(value.Metadata, generated, write));
            var candidate = write with { Name = named.Metadata.Name };
            try
            {
                return await RunOnceAsync(candidate, named, cancellationToken).ConfigureAwait(false);
            }
            catch (ApiException taken) when (generated && taken.Reason == "AlreadyExists")
            {
                if (attempt == MaxNames)
                {
                    throw ApiErrors.GenerateNameConflict(write.Resource.GroupResource, candidate.Name);
                }
            }
        }
    }

    private async ValueTask<StoredObject> RunOnceAsync(WriteRequest write, IObject value, CancellationToken cancellationToken)
    {
        // 2
        value = await services.Admission.MutateAsync(write, AdmissionOperation.Create, value, null, cancellationToken).ConfigureAwait(false);

        // 3
        var reservation = await write.Resource.Hooks.BeginCreateAsync(write, value, cancellationToken).ConfigureAwait(false);
        var written = false;
        try
        {
            // 4, 5, 6
            value = Check(write, reservation.Value);

            // 7
            await services.Admission.ValidateAsync(write, AdmissionOperation.Create, value, null, cancellationToken).ConfigureAwait(false);

            // 8
            var stored = await CommitAsync(write, value, cancellationToken).ConfigureAwait(false);
            written = !write.DryRun;
            return stored;
        }
        finally
        {
            await reservation.FinishAsync(written).ConfigureAwait(false);
        }
    }

    private IObject Check(WriteRequest write, IObject value)
    {
        if (write.Resource.Judge is not { } rules)
        {
            return value;
        }

        var judged = rules.BeforeCreate(write.Resource.ToJudged(value), write.Facts(services.Time.GetUtcNow()));
        write.ThrowIfInvalid(judged.Metadata.Name, rules.ValidateCreate(judged));
        foreach (var warning in rules.Warnings(judged, null))
        {
            write.Warn(warning);
        }

        return write.Resource.ToHub(judged);
    }

    private async ValueTask<StoredObject> CommitAsync(WriteRequest write, IObject value, CancellationToken cancellationToken)
    {
        var storage = write.Storage;
        var cacheKey = storage.CacheKey(value.Metadata.Namespace, value.Metadata.Name);
        var key = storage.KeyOf(cacheKey);
        if (write.DryRun)
        {
            var there = await services.Store.GetAsync(key, cancellationToken: cancellationToken).ConfigureAwait(false);
            return there.Item is null
                ? new StoredObject(cacheKey, Revision.None, value)
                : throw ApiErrors.AlreadyExists(write.Resource.GroupResource, value.Metadata.Name);
        }

        var bytes = await storage.EncodeAsync(key, value, cancellationToken).ConfigureAwait(false);
        var lease = storage.TimeToLive is { } ttl
            ? (await services.Leases.LeaseForAsync(ttl, cancellationToken).ConfigureAwait(false))
            : LeaseId.None;
        var result = await services.Store.CreateAsync(key, bytes, lease, cancellationToken).ConfigureAwait(false);
        return result.Succeeded
            ? ResourceStorage.Version(cacheKey, result.Revision, value)
            : throw ApiErrors.AlreadyExists(write.Resource.GroupResource, value.Metadata.Name);
    }

    private ObjectMeta WithSystemFields(ObjectMeta metadata, bool generated, WriteRequest write) => metadata with
    {
        Name = generated ? NameGenerator.From(metadata.GenerateName) : metadata.Name,
        Namespace = write.Resource.Namespaced ? write.Namespace : "",
        Uid = Guid.NewGuid().ToString(),
        CreationTimestamp = services.Time.GetUtcNow(),
        DeletionTimestamp = null,
        DeletionGracePeriodSeconds = null,
        SelfLink = "",
    };
}
