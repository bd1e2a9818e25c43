using Cybernetes.Api.Machinery;
using Cybernetes.ApiServer.Admission;
using Cybernetes.ApiServer.Errors;

namespace Cybernetes.ApiServer.Registry;

/// <summary>Runs admission around a write; a refusal becomes an <see cref="ApiException"/>.</summary>
internal static class AdmissionGate
{
    /// <summary>The object with what admission adds.</summary>
    public static async ValueTask<T> MutateAsync<T>(this AdmissionChain chain, WriteRequest write, AdmissionOperation operation, T value, IKind? old, CancellationToken cancellationToken)
        where T : class, IKind
    {
        var attributes = write.Attributes(operation, value, old);
        var refusal = await chain.MutateAsync(attributes, cancellationToken).ConfigureAwait(false);
        Finish(write, attributes, refusal);
        return (T)attributes.Object!;
    }

    /// <summary>Lets admission see a deletion before anything is checked.</summary>
    public static async ValueTask MutateAsync(this AdmissionChain chain, WriteRequest write, AdmissionOperation operation, IKind old, CancellationToken cancellationToken)
    {
        var attributes = write.Attributes(operation, null, old);
        var refusal = await chain.MutateAsync(attributes, cancellationToken).ConfigureAwait(false);
        Finish(write, attributes, refusal);
    }

    /// <summary>Refuses what may not be.</summary>
    public static async ValueTask ValidateAsync(this AdmissionChain chain, WriteRequest write, AdmissionOperation operation, IKind? value, IKind? old, CancellationToken cancellationToken)
    {
        var attributes = write.Attributes(operation, value, old);
        var refusal = await chain.ValidateAsync(attributes, cancellationToken).ConfigureAwait(false);
        Finish(write, attributes, refusal);
    }

    private static void Finish(WriteRequest write, AdmissionAttributes attributes, Api.MetaV1.Status? refusal)
    {
        foreach (var warning in attributes.Warnings)
        {
            write.Warn(warning);
        }

        foreach (var (key, value) in attributes.AuditAnnotations)
        {
            write.Annotate(key, value);
        }

        if (refusal is not null)
        {
            throw new ApiException(refusal);
        }
    }
}
