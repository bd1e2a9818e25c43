using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Errors;
using Cybernetes.ApiServer.Pipeline;
using Cybernetes.ApiServer.Registry;

namespace Cybernetes.ApiServer.Patching;

/// <summary>Chooses and reads patches by their media type.</summary>
internal static class PatchForms
{
    /// <summary>The form of a media type; null for none of ours.</summary>
    public static PatchForm? Parse(string contentType)
    {
        var end = contentType.IndexOf(';', StringComparison.Ordinal);
        return (end < 0 ? contentType : contentType[..end]).Trim() switch
        {
            "application/json-patch+json" => PatchForm.Json,
            "application/merge-patch+json" => PatchForm.Merge,
            "application/strategic-merge-patch+json" => PatchForm.Strategic,
            "application/apply-patch+yaml" or "application/apply-patch+cbor" => PatchForm.Apply,
            _ => null,
        };
    }

    /// <summary>The refusal of another media type.</summary>
    public static ApiException Unsupported() => new(new Status
    {
        StatusValue = "Failure", Message = "415: Unsupported Media Type", Reason = "UnsupportedMediaType", Details = new StatusDetails(), Code = 415,
    });

    /// <summary>Reads a patch.</summary>
    /// <exception cref="ApiException">It cannot be read.</exception>
    public static ObjectPatch Read(PatchForm form, RequestContext context, UpdateTarget target, PatchOptions options, string manager, TimeProvider time)
    {
        if (form == PatchForm.Apply)
        {
            return ApplyPatch.Read(context, target, options, time);
        }

        Value patch;
        try
        {
            patch = Value.ParseJson(context.Body.Span);
        }
        catch (WireException error)
        {
            throw ApiErrors.BadRequest($"error decoding patch: {error.Message}");
        }

        return new ValuePatch(form, patch, context, target, options, manager, time);
    }
}
