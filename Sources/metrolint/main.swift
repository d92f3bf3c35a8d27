print("metrolint")
