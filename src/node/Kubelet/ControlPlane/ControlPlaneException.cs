namespace Cybernetes.Kubelet.ControlPlane;

/// <summary>The API server refused, or could not be reached (code 0).</summary>
public sealed class ControlPlaneException(int code, string reason, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The HTTP status code.</summary>
    public int Code { get; } = code;

    /// <summary>The Status reason, such as Conflict or AlreadyExists.</summary>
    public string Reason { get; } = reason;

    /// <summary>The object is not there.</summary>
    public bool IsNotFound => Code == 404;

    /// <summary>Somebody else changed the object, or a precondition failed.</summary>
    public bool IsConflict => Code == 409 && Reason == "Conflict";

    /// <summary>An object of that name exists.</summary>
    public bool IsAlreadyExists => Code == 409 && Reason == "AlreadyExists";
}
